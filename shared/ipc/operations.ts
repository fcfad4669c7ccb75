/**
 * The names of all that the page may ask of the app. Nothing but names, so that the preload, which imports this file,
 * stays small; what each takes and gives is in `contract.ts`.
 */
export const operations = [
  'start',
  'openPlan',
  'openRecent',
  'findRecent',
  'forgetRecent',
  'pinRecent',
  'openSample',
  'samplePlan',
  'createPlan',
  'openDropped',
  'keepLeft',
  'closePlan',
  'wholePlan',
  'edit',
  'points',
  'markPoint',
  'renamePoint',
  'deletePoint',
  'restorePoint',
  'planAt',
  'goBackTo',
  'undo',
  'redo',
  'publish',
  'saveCopy',
  'showPlan',
  'copyPath',
  'exportPlan',
  'print',
  'savePdf',
  'exportRows',
  'editsSince',
  'openExport',
  'showExport',
  'keepView',
  'zoom',
  'changeSettings',
  'chooseFolder',
  'checkSpelling',
  'suggestSpelling',
  'ownWords',
  'addWord',
  'removeWord',
  'copyDetails',
  'reportFault',
  'flushed',
] as const;

export type OperationName = (typeof operations)[number];

/** The one channel that the page calls on, and the one that it listens to. */
export const callChannel = 'wres:call';
export const eventChannel = 'wres:event';
