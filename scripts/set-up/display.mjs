/** Whether a window can be shown: always on Windows and macOS; on Linux where X11 or Wayland is. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
