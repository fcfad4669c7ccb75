import type { KeptTold } from '../../shared/log/told.ts';
import { whole } from '../../shared/log/whole.ts';
import { capitalised, listed } from '../../shared/plan/names.ts';
import { callApp } from '../api.ts';
import { edit } from '../commands.ts';
import { attempt, updatePlan } from '../store.ts';
import { announce } from '../ui/announce.ts';
import { uncapitalised } from '../ui/words.ts';
import styles from './conflict-card.module.css';
import { DecisionCard, type Standing } from './decision-card.tsx';

/** What one person deleted and another went on with: it is there until somebody decides. */
export function KeptCard({ kept, goOn, ...standing }: { kept: KeptTold } & Standing) {
  const { place, part, what, because, deletedBy, editedBy } = kept;
  const { kind, id } = place;

  async function keep() {
    const done = await attempt(async () => updatePlan(await callApp('keepRecord', { kind, id })));
    if (!done) return;
    announce(`${what} stays.`);
    goOn();
  }

  async function remove() {
    const changes = [{ kind, record: id, field: whole, value: null }];
    if (await edit({ label: `Delete ${uncapitalised(what)}`, changes })) goOn();
  }

  const deletion = `${capitalised(listed(deletedBy)) || 'Somebody'} deleted it`;
  const editing = because === 'named' ? 'it is used in the other copy' : `${listed(editedBy)} edited it meanwhile`;
  const ways = [{ words: 'Keep it', go: () => void keep() }];
  // What another thing in the plan names cannot go before that does.
  if (because === 'edited') ways.push({ words: 'Delete it after all', go: () => void remove() });
  return (
    <DecisionCard {...standing} place={place} what={what} part={part} ways={ways}>
      <p className={styles.told}>
        {deletion}, and {editing}. It was kept.
      </p>
    </DecisionCard>
  );
}
