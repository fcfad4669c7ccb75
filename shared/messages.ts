/**
 * The closed list of what can go wrong, and the words for it: what happened, what is safe, what to do next. Anything
 * that is not in this list is a mistake of ours, and is shown with a reference that leads to it in the app's log.
 */

/** What a message may name. */
export interface ErrorDetails {
  /** The file's name, as a person would say it. */
  file?: string;
  /** The folder that it is in. */
  folder?: string;
  /** Where in a text the fault is, in words. */
  where?: string;
  /** What was found there, in words. */
  found?: string;
  /** The reference of an unexpected error in the app's log. */
  reference?: string;
}

export interface Message {
  happened: string;
  safe: string;
  next: string;
}

const target = (d: ErrorDetails) => d.file ?? 'The file';
const place = (d: ErrorDetails) => d.folder ?? 'the folder';

const nothingChanged = 'Nothing was changed.';
const oldFileSafe = 'The file that was there is as it was, and the plan has all your edits.';

const messages = {
  // Opening
  'not-found': (d) => ({
    happened: `${target(d)} is not there any more.`,
    safe: nothingChanged,
    next: 'Look for it where it may have been moved to, or ask whoever shares the folder.',
  }),
  'cannot-read': (d) => ({
    happened: `Windows does not let you read ${target(d)}.`,
    safe: nothingChanged,
    next: 'Ask the owner of the folder for permission to read it, or for a copy.',
  }),
  'not-reachable': (d) => ({
    happened: `${target(d)} cannot be fetched just now${d.found ? ` (${d.found})` : ''}.`,
    safe: nothingChanged,
    next: 'If it is in OneDrive, choose “Always keep on this device” for it in the Explorer. If it is on a network drive, reconnect that. Then try again.',
  }),
  'empty-file': (d) => ({
    happened: `${target(d)} is empty.`,
    safe: nothingChanged,
    next: 'It may still be arriving. Try again in a minute, or ask for it to be sent again.',
  }),
  'not-a-plan': (d) => ({
    happened: `${target(d)} is not a WRES Planner plan.`,
    safe: nothingChanged,
    next: 'Choose a file whose name ends in .wresplan.',
  }),
  'too-large': (d) => ({
    happened: `${target(d)} is larger than a plan can be (50 MB).`,
    safe: nothingChanged,
    next: 'Check that it is the right file, or ask for it to be sent again.',
  }),
  'newer-version': (d) => ({
    happened: `${target(d)} was made by a newer WRES Planner${d.found ? ` (${d.found})` : ''}.`,
    safe: 'It was not opened, and nothing was changed.',
    next: 'Ask your IT team for the newest version of WRES Planner.',
  }),
  'damaged-file': (d) => ({
    happened: `${target(d)} is damaged${d.found ? `: ${d.found}` : ''}.`,
    safe: 'It was left exactly as it is.',
    next: 'Ask whoever sent it for another copy, or open an earlier copy of your own.',
  }),
  'altered-file': (d) => ({
    happened: `${target(d)} was altered by another program${d.found ? `: ${d.found}` : ''}.`,
    safe: 'Nothing in it was run, and it was left exactly as it is.',
    next: 'Ask whoever sent it for a copy that comes straight from WRES Planner.',
  }),
  'reader-stopped': (d) => ({
    happened: `Reading ${target(d)} took too long or too much memory, and was stopped.`,
    safe: nothingChanged,
    next: 'The file is probably damaged. Ask for it to be sent again.',
  }),
  'json-syntax': (d) => ({
    happened: `${target(d)} is not JSON${d.where ? `: ${d.where}` : ''}.`,
    safe: nothingChanged,
    next: 'Export the plan again from the program that made it.',
  }),
  'json-schema': (d) => ({
    happened: `${target(d)} is JSON, but not a plan: ${d.where ?? 'it'} ${d.found ?? 'is not as it should be'}.`,
    safe: nothingChanged,
    next: 'Correct that place in the file and try again.',
  }),
  'not-word': (d) => ({
    happened: `${target(d)} is neither Word nor Excel nor a table of text${d.found ? `: ${d.found}` : ''}.`,
    safe: nothingChanged,
    next: 'Open it in the program that made it, save it as Word (.docx) or Excel (.xlsx), and choose that file.',
  }),
  'old-word': (d) => ({
    happened: `${target(d)} is in the format that Word had before 2007 (.doc).`,
    safe: nothingChanged,
    next: 'Open it in Word, choose Save As, Word Document (.docx), and choose that file.',
  }),
  'word-password': (d) => ({
    happened: `${target(d)} is protected by a password, so that only Office can read it.`,
    safe: nothingChanged,
    next: 'Open it in Word or Excel, take the password off under File, Info, save a copy and choose that.',
  }),
  'word-too-large': (d) => ({
    happened: `${target(d)} is larger than a plan can be${d.found ? `: ${d.found}` : ''}.`,
    safe: nothingChanged,
    next: 'Copy the plan alone into a new file and choose that.',
  }),
  'word-no-plan': (d) => ({
    happened: `No action plan was found in ${target(d)}: ${d.found ?? 'it has no table'}.`,
    safe: nothingChanged,
    next: 'Check that it is the right file, and that the table of actions has a row of headings such as Action, Lead and Date.',
  }),
  'already-open': (d) => ({
    happened: `${target(d)} is open in another window of WRES Planner.`,
    safe: 'All edits made there are kept.',
    next: 'Go on in that window, or close it first.',
  }),

  // Bringing two copies together
  'different-plan': (d) => ({
    happened: `${target(d)} is another plan, not a copy of this one${d.found ? ` (${d.found})` : ''}.`,
    safe: 'Neither of the two was changed.',
    next: 'Open it by itself, or choose the copy that was made of this plan.',
  }),
  'too-much-together': (d) => ({
    happened: `The two copies together are more than one plan can hold: ${d.where ?? 'it'} ${d.found ?? 'is too long'}.`,
    safe: 'Neither of the two was changed.',
    next: 'Delete what is not needed in one of them, and try again.',
  }),

  // Rolling on
  'not-a-later-year': (d) => ({
    happened: `The plan is for ${d.found ?? 'this year'}, and can be rolled on to a later one only, not to ${d.where ?? 'that'}.`,
    safe: nothingChanged,
    next: 'Choose a period that begins after that of the plan.',
  }),
  'too-much-to-roll-on': (d) => ({
    happened: `The new plan would hold more than a plan can: ${d.where ?? 'it'} ${d.found ?? 'is too long'}.`,
    safe: 'The old plan is as it was.',
    next: 'Leave finished actions behind, or delete what is not needed in the old plan, and try again.',
  }),

  // Editing
  'edit-refused': (d) => ({
    happened: `That cannot be kept: ${d.where ?? 'it'} ${d.found ?? 'is not as it should be'}.`,
    safe: 'The plan is as it was, and what you typed is still in its field.',
    next: 'Change it and try again.',
  }),
  'nothing-to-undo': () => ({ happened: 'There is nothing to undo.', safe: 'The plan is as it was.', next: 'Go on.' }),
  'nothing-to-redo': () => ({ happened: 'There is nothing to redo.', safe: 'The plan is as it was.', next: 'Go on.' }),

  'not-undone': (d) => ({
    happened: `That cannot be taken back by itself: ${d.where ?? 'it'} ${d.found ?? 'is not as it was then'}.`,
    safe: 'The plan is as it was.',
    next: 'Look at how it stands now, and change it there.',
  }),

  // Writing
  'target-read-only': (d) => ({
    happened: `${target(d)} is read-only, or you may not write to ${place(d)}.`,
    safe: oldFileSafe,
    next: 'Choose another folder, or ask for permission to write there.',
  }),
  'target-exists': (d) => ({
    happened: `${target(d)} is there already.`,
    safe: 'It was left exactly as it is.',
    next: 'Choose another name, or move that file away first.',
  }),
  'target-in-use': (d) => ({
    happened: `${target(d)} is open in another program, probably Word.`,
    safe: oldFileSafe,
    next: 'Close it there and try again, or choose another name.',
  }),
  'disk-full': (d) => ({
    happened: `There is no room left for ${target(d)}.`,
    safe: oldFileSafe,
    next: 'Make room or choose another drive, then try again.',
  }),
  'folder-missing': (d) => ({
    happened: `The folder ${place(d)} is not there.`,
    safe: oldFileSafe,
    next: 'Reconnect the drive or choose another folder, then try again.',
  }),
  'place-silent': (d) => ({
    happened: `The drive or the network that ${target(d)} is on does not answer.`,
    safe: 'Your edits are kept on this computer, and go into the file by themselves when it answers.',
    next: 'Go on working. If it does not come back, reconnect the drive or the network, or save a copy elsewhere.',
  }),
  'write-failed': (d) => ({
    happened: `${target(d)} could not be written${d.found ? ` (${d.found})` : ''}.`,
    safe: oldFileSafe,
    next: 'Try again, or choose another folder.',
  }),
  'target-changed': (d) => ({
    happened: `${target(d)} was changed by someone else since you opened it.`,
    safe: 'Their file is untouched, and your edits are kept on this computer.',
    next: 'Save yours as a copy under another name, then compare the two.',
  }),
  'needs-a-place': (d) => ({
    happened: `${target(d)} is in a temporary folder, which is emptied without notice.`,
    safe: 'Your edits are kept on this computer.',
    next: 'Use Save a copy to choose where the plan is to live, and go on in the copy.',
  }),
  'local-store-failed': (d) => ({
    happened: `WRES Planner cannot write to its own folder on this computer${d.found ? ` (${d.found})` : ''}.`,
    safe: 'Everything up to your last saved edit is kept.',
    next: 'Make room on the drive, then start WRES Planner again.',
  }),

  // Laying out
  'unknown-layout': (d) => ({
    happened: `There is no layout called “${d.found ?? ''}”.`,
    safe: nothingChanged,
    next: 'Use one of the names that `layouts` lists.',
  }),
  'cannot-print': (d) => ({
    happened: `The plan was not printed${d.found ? `: ${d.found}` : ''}.`,
    safe: 'The plan is as it was.',
    next: 'Check that a printer is set up on this computer, or save a PDF and print that.',
  }),
  'cannot-show': (d) => ({
    happened: `${target(d)} could not be opened: no program on this computer took it, or it has been moved.`,
    safe: 'The plan is as it was.',
    next: 'Use Show in folder, and open it from there.',
  }),

  // Use
  'wrong-use': (d) => ({
    happened: d.found ?? 'That is not a command of WRES Planner.',
    safe: nothingChanged,
    next: 'Run it without arguments to see what it can do.',
  }),
  'not-allowed': () => ({
    happened: 'The app refused a request that did not come from its own window.',
    safe: nothingChanged,
    next: 'Close WRES Planner and start it again.',
  }),
  unexpected: (d) => ({
    happened: `Something went wrong that WRES Planner did not expect${d.reference ? ` (reference ${d.reference})` : ''}.`,
    safe: 'Every edit that was saved is safe.',
    next: 'Try again. If it happens once more, copy the details for IT from the Help menu.',
  }),
} satisfies Record<string, (details: ErrorDetails) => Message>;

export type ErrorCode = keyof typeof messages;

/** The words for an error. */
export function messageFor(code: ErrorCode, details: ErrorDetails = {}): Message {
  return messages[code](details);
}

/** The same as one sentence after another, for a command line. */
export function sentence(message: Message): string {
  return `${message.happened} ${message.safe} ${message.next}`;
}

/** An expected failure: a code of the closed list with what its message names. */
export class PlanError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(sentence(messageFor(code, details)), options);
    this.name = 'PlanError';
    this.code = code;
    this.details = details;
  }
}
