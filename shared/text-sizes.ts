/** How large the app's words can be, in per cent of their usual size: a setting of the app's own, beside the zoom. */
export const textSizes = [100, 115, 130, 150] as const;
