import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { newId } from '../../shared/id.ts';
import { addLead, oneSpaced, removeLead } from '../../shared/plan/edits/leads.ts';
import { setField } from '../../shared/plan/edits/set-field.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { editPlan } from '../commands.ts';
import { useArrival } from '../plan/go-to-place.ts';
import { ConflictMark } from './conflict-mark.tsx';
import { holdDraft } from './draft.ts';
import { type Edited, placeKey } from './edited.ts';
import { SuggestionList, suggestions } from './lead-suggestions.tsx';
import styles from './leads-field.module.css';

interface LeadsFieldProps {
  plan: Plan;
  edited: Edited;
  own: string[];
  /** What it has from its indicator where it has none of its own. */
  inherited?: string[] | undefined;
}

/**
 * Who leads it. A name is typed and picked, or made there and then by Enter, a comma, or leaving the field; Backspace
 * in the empty field takes the last one away, the arrows go to the others. An action has its indicator's leads until one
 * is typed: that one then leads it in their place.
 */
export function LeadsField({ plan, edited, own, inherited = [] }: LeadsFieldProps) {
  const place = { kind: edited.kind, id: edited.id, field: 'leads' };
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const chips = useRef<HTMLSpanElement>(null);
  const find = lookUp(plan);
  const inherits = own.length === 0 && inherited.length > 0;
  const leads = inherits ? inherited : own;
  const name = oneSpaced(typed);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const list = useId();
  const options = open ? suggestions(plan, own, name) : [];
  const chosen = options[at];
  useArrival(place, () => input.current?.focus());

  /** What is in the field now, whatever is on the screen: it is added once only. */
  const held = useRef('');
  function type(text: string) {
    held.current = oneSpaced(text);
    setTyped(text);
    setAt(-1);
  }

  async function add(who = held.current): Promise<void> {
    if (who === '') return;
    type('');
    let wanted = false;
    const done = await editPlan((now) => {
      const draft = addLead(now, [edited], who, newId, { own: true });
      wanted = draft !== undefined;
      return draft;
    });
    // Refused, and told: it is still there to be changed.
    if (wanted && !done) type(who);
  }

  async function remove(id: string): Promise<void> {
    await editPlan((now) => removeLead(now, [edited], id));
    input.current?.focus();
  }

  const act = useRef({ add });
  act.current = { add };
  const waiting = name !== '';
  useEffect(() => (waiting ? holdDraft(() => act.current.add()) : undefined), [waiting]);
  useEffect(() => () => void act.current.add(), []);

  function press(event: KeyboardEvent<HTMLInputElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && !event.altKey) {
      event.preventDefault();
      const all = suggestions(plan, own, name);
      setOpen(true);
      // Round through the list, and between its end and its beginning through the field itself (-1).
      setAt(((at + 1 + step + all.length + 1) % (all.length + 1)) - 1);
    } else if ((event.key === 'Enter' && !event.ctrlKey) || event.key === ',' || event.key === ';') {
      event.preventDefault();
      void add(chosen?.name);
    } else if (event.key === 'Escape' && (typed !== '' || open)) {
      event.stopPropagation();
      if (chosen === undefined) type('');
      setOpen(false);
      setAt(-1);
    } else if (typed === '' && event.key === 'Backspace') {
      const last = leads.at(-1);
      if (last !== undefined) void remove(last);
    } else if (typed === '' && event.key === 'ArrowLeft') {
      focusChip(chips.current, leads.length - 1);
    }
  }

  return (
    <span className={styles.field}>
      <span ref={chips} className={styles.chips}>
        {leads.map((id, index) => (
          <Chip
            key={id}
            name={find.person(id)?.name ?? 'someone who is not in the plan any more'}
            role={find.person(id)?.role}
            of={edited.name}
            inherited={inherits}
            onRemove={() => void remove(id)}
            onStep={(step) => focusChip(chips.current, index + step) || input.current?.focus()}
          />
        ))}
      </span>
      <span className={styles.typing}>
        <input
          ref={input}
          className={styles.input}
          role="combobox"
          value={typed}
          placeholder={leads.length === 0 ? 'Type a name or a post' : inherits ? 'Or another' : 'Add'}
          aria-label={`Add a lead of ${edited.name}: a person, a post or a team`}
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? list : undefined}
          aria-activedescendant={chosen && `${list}-${at}`}
          autoComplete="off"
          spellCheck={false}
          data-draft={waiting}
          data-place={placeKey(place)}
          onChange={(event) => {
            type(event.target.value);
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onBlur={() => {
            setOpen(false);
            void add();
          }}
          onKeyDown={press}
        />
        {options.length > 0 && (
          <SuggestionList id={list} options={options} at={at} onChoose={(option) => void add(option.name)} />
        )}
      </span>
      {inherits && <span className={styles.from}>from the indicator</span>}
      <ConflictMark place={place} />
      {own.length > 0 && inherited.length > 0 && (
        <button
          type="button"
          className={styles.back}
          // By keyboard: the last own lead taken away gives the same. Tab goes straight on to the date.
          tabIndex={-1}
          title={inherited.map((id) => find.person(id)?.name).join(', ')}
          onClick={() => void editPlan((now) => setField(now, edited.kind, edited.id, 'leads', []))}
        >
          Use the indicator’s
        </button>
      )}
    </span>
  );
}

interface ChipProps {
  name: string;
  role: string | undefined;
  of: string;
  inherited: boolean;
  onRemove(): void;
  onStep(step: 1 | -1): void;
}

/** One lead. Delete and Backspace take it away where it has the keyboard. */
function Chip({ name, role, of, inherited, onRemove, onStep }: ChipProps) {
  function press(event: KeyboardEvent) {
    if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
    else if (event.key === 'ArrowLeft') onStep(-1);
    else if (event.key === 'ArrowRight') onStep(1);
    else return;
    event.preventDefault();
  }
  return (
    <span className={styles.chip} data-inherited={inherited}>
      <span title={role}>{name}</span>
      <button
        type="button"
        tabIndex={-1}
        aria-label={`Take ${name} away as a lead of ${of}`}
        onClick={onRemove}
        onKeyDown={press}
      >
        <IconX size={14} aria-hidden />
      </button>
    </span>
  );
}

/** Gives the keyboard to one of the chips; false where there is none. */
function focusChip(chips: HTMLElement | null, index: number): boolean {
  const chip = chips?.querySelectorAll('button')[index];
  chip?.focus();
  return chip !== undefined;
}
