import { Button } from '@mantine/core';
import { IconFileDiff } from '@tabler/icons-react';
import { useId } from 'react';
import { longDate } from '../../shared/plan/due.ts';
import { recordOf } from '../../shared/plan/existing.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { isForTaking, type Proposal } from '../../shared/recognise/copy/proposal.ts';
import { perform } from '../commands.ts';
import { useStore } from '../store.ts';
import { ChangedWords } from '../ui/changed-words.tsx';
import { PlaceLink } from '../ui/place-link.tsx';
import { count } from '../ui/words.ts';
import styles from './edited.module.css';
import { choose, type EditedCopy, takeInChosen, told } from './edited-copy.ts';

/** What somebody changed in a Word copy of the plan, each to be taken in or left. */
export function EditedPage({ plan }: { plan: Plan }) {
  const copy = useStore((state) => state.edited);
  return (
    <>
      <div className="heading-row">
        <h1 tabIndex={-1}>Edited Word copy</h1>
        <Button
          size="sm"
          variant="default"
          leftSection={<IconFileDiff size={18} aria-hidden />}
          onClick={() => perform('bringInEdited')}
        >
          {copy ? 'Choose another copy…' : 'Choose the Word copy…'}
        </Button>
      </div>
      {copy ? (
        <Changes key={copy.opened} plan={plan} copy={copy} />
      ) : (
        <p className={styles.what}>
          Send an exported Word file round, and bring it in again when it comes back: each change that somebody made in
          it is shown here, to be taken into the plan or left. You can also drop the file on the window.
        </p>
      )}
    </>
  );
}

function Changes({ plan, copy }: { plan: Plan; copy: EditedCopy }) {
  const { file, proposals, others, chosen, taken } = copy;
  const forTaking = proposals.filter(isForTaking);
  const toSee = proposals.filter((proposal) => !isForTaking(proposal));
  const some = forTaking.filter(({ id }) => chosen.has(id)).length;
  return (
    <>
      <p className={styles.what}>
        <strong>{headline(copy)}</strong> {origin(copy)}
      </p>
      {forTaking.length > 0 && (
        <section className={styles.section} aria-label={`Changes in ${file}`}>
          <div className={styles.choose}>
            <label className={styles.all}>
              <input
                type="checkbox"
                checked={some === forTaking.length}
                ref={(input) => {
                  if (input) input.indeterminate = some > 0 && some < forTaking.length;
                }}
                onChange={() => choose(some === forTaking.length ? [] : forTaking.map(({ id }) => id))}
              />
              {forTaking.length === 1 ? 'The change' : `All ${forTaking.length} changes`}
            </label>
            <Button size="sm" onClick={() => void takeInChosen()} disabled={some === 0}>
              {some === 0 ? 'Nothing is chosen' : `Take in ${count(some, 'change')}`}
            </Button>
          </div>
          <ul className={styles.list}>
            {forTaking.map((proposal) => (
              <Change key={proposal.id} plan={plan} proposal={proposal} chosen={chosen} />
            ))}
          </ul>
        </section>
      )}
      {toSee.length > 0 && (
        <section className={styles.section} aria-labelledby="to-see">
          <h2 id="to-see">To be seen to by hand</h2>
          <p className={styles.what}>What these would be in the plan is for you to say.</p>
          <ul className={styles.list}>
            {toSee.map((proposal) => (
              <li key={proposal.id} className={styles.item}>
                <div className={styles.change}>
                  <Label plan={plan} proposal={proposal} />
                  <p className={styles.why}>{proposal.why}</p>
                  <Beside proposal={proposal} />
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section className={styles.section} aria-labelledby="others">
          <h2 id="others">Different, and no part of the plan</h2>
          <ul className={styles.list}>
            {others.map((words) => (
              <li key={words} className={styles.item}>
                {words}
              </li>
            ))}
          </ul>
        </section>
      )}
      {taken > 0 && proposals.length === 0 && <p className={styles.what}>All of them have been dealt with.</p>}
    </>
  );
}

function Change({ plan, proposal, chosen }: { plan: Plan; proposal: Proposal; chosen: ReadonlySet<string> }) {
  const { id, label, changedSince } = proposal;
  const described = useId();
  const isChosen = chosen.has(id);
  return (
    <li className={styles.item}>
      <input
        type="checkbox"
        className={styles.box}
        aria-label={`Take in: ${label}`}
        aria-describedby={described}
        checked={isChosen}
        onChange={() => choose(isChosen ? [...chosen].filter((each) => each !== id) : [...chosen, id])}
      />
      <div className={styles.change} id={described}>
        <Label plan={plan} proposal={proposal} />
        {proposal.kind === 'missing' && <p className={styles.why}>Taking this in deletes it from the plan.</p>}
        {changedSince !== undefined && (
          <p className={styles.why}>
            The plan was changed there since the export:{' '}
            {changedSince === '' ? 'it is empty now.' : `it now says “${changedSince}”.`}
          </p>
        )}
        <Beside proposal={proposal} />
      </div>
    </li>
  );
}

/** Leads to the place, as long as it is there. */
function Label({ plan, proposal: { label, place } }: { plan: Plan; proposal: Proposal }) {
  const there = place && recordOf(plan, place.kind, place.id);
  return (
    <p>
      <PlaceLink place={there && place} quiet>
        {label}
      </PlaceLink>
    </p>
  );
}

/** Both texts, where the label does not say them both already. */
function Beside({ proposal: { label, before, now } }: { proposal: Proposal }) {
  const said = (text: string) => text === '' || label.includes(`“${text}”`);
  return said(before) && said(now) ? null : (
    <div className={styles.words}>
      <ChangedWords before={before} now={now} />
    </div>
  );
}

function headline({ file, proposals, taken, others }: EditedCopy): string {
  if (taken > 0) return `${count(taken, 'change')} from ${file} taken in, ${proposals.length} left.`;
  if (proposals.length > 0) return `${told({ proposals })} in ${file}.`;
  return others.length > 0 ? `Nothing of the plan was changed in ${file}.` : `Nothing was changed in ${file}.`;
}

function origin({ from, layout: title, known, against }: EditedCopy): string {
  const layout = `“${title}”${from.plain ? ', plain' : ''}`;
  if (!known) {
    return `The file does not say which plan it was exported from. It was compared with this plan as it is now, in the layout ${layout}, by its words and where they stand: look twice.`;
  }
  const exported = `It was exported as at ${longDate(from.asAt)}, in the layout ${layout}`;
  return against === 'export'
    ? `${exported}, and is compared with the plan as it was then.`
    : `${exported}. The plan as it was then is not in this file, so it is compared with the plan as it is now.`;
}
