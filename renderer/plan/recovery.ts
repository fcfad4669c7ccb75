import type { RecoveryView } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/ipc/result.ts';
import type { Message } from '../../shared/messages.ts';
import { callApp } from '../api.ts';
import { opening } from '../commands.ts';
import { attempt, change, type Notice } from '../store.ts';
import { count, dayAndTime } from '../ui/words.ts';

/** The ways on from a plan that could not be opened. */
export function waysFromDamage({ code }: Failure): Notice['ways'] {
  return damages.has(code) ? [{ label: 'See what there is of it…', go: () => void findRecovery() }] : [];
}

const damages = new Set<Failure['code']>(['damaged-file', 'altered-file', 'empty-file', 'reader-stopped']);

/** Tells what there is of a plan that could not be opened, and offers it as a new file. */
async function findRecovery(): Promise<void> {
  await attempt(async () => {
    change({ busy: 'Looking for what there is of the plan…', notice: null });
    const found = await callApp('findRecovery');
    const ways = found ? [{ label: 'Open it as a new file…', go: recover }] : [];
    change({ notice: { tone: found ? 'good' : 'failure', message: recoveryInWords(found), ways } });
  });
}

function recover(): void {
  void opening('Opening the recovered plan…', () => callApp('recover'));
}

function recoveryInWords(found: RecoveryView | null): Message {
  if (found === null) {
    return {
      happened: 'Nothing can be read of that file, and no earlier version of it is kept on this computer.',
      safe: 'It was left exactly as it is.',
      next: 'Ask whoever sent it for another copy, or your IT team for a backup of the folder.',
    };
  }
  const { file, from, at, doubtful } = found;
  const when = at === null ? '' : dayAndTime(at, new Date());
  const doubt = doubtful === 0 ? '' : ` ${count(doubtful, 'thing is', 'things are')} not sure: look through it.`;
  return {
    happened: {
      here: `All that you edited in ${file} is on this computer. The newest is of ${when}.`,
      version: `An earlier version of ${file} is kept on this computer. It is of ${when}.`,
      rows: `Some of ${file} can still be read, as a new plan without its history.${doubt}`,
    }[from],
    safe: `${file} stays exactly as it is.`,
    next: '',
  };
}
