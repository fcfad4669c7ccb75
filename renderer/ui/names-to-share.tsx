import { postsAmong, standInsFor, textsNaming } from '../../shared/log/without-names.ts';
import { fieldOf } from '../../shared/plan/field-words.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { capitalised, recordName } from '../../shared/plan/names.ts';
import type { Place } from '../../shared/plan/place.ts';
import { useStore } from '../store.ts';
import { Choices, Note } from './form.tsx';
import styles from './names-to-share.module.css';
import { PlaceLink } from './place-link.tsx';
import { count } from './words.ts';

/** Whose names go with a copy. */
export type NamesToShare = 'all' | readonly string[];

/** Asks whether names go with a copy; without them, what each of the plan's people is called in it. */
export function NamesToShareChoice({ names, onChange }: { names: NamesToShare; onChange(names: NamesToShare): void }) {
  const people = useStore((state) => state.open?.plan.people) ?? [];
  return (
    <>
      <Choices<'all' | 'some'>
        label="Names"
        value={names === 'all' ? 'all' : 'some'}
        onChange={(choice) => onChange(choice === 'all' ? 'all' : postsAmong(people))}
        options={[
          ['all', 'With names'],
          ['some', 'Without: each person is called by their post, and nobody’s e-mail address is in it'],
        ]}
      />
      {names !== 'all' && <WhoIsCalledWhat stay={new Set(names)} onChange={onChange} />}
    </>
  );
}

function WhoIsCalledWhat({ stay, onChange }: { stay: ReadonlySet<string>; onChange(names: string[]): void }) {
  const plan = useStore((state) => state.open?.plan);
  const { people = [] } = plan ?? {};
  const texts = plan ? textsNaming(plan, stay) : [];
  const called = standInsFor(people, stay);
  // Those whose names are left out at first are what is to be looked at.
  const posts = new Set(postsAmong(people));
  const listed = people.toSorted((a, b) => Number(posts.has(a.id)) - Number(posts.has(b.id)));
  const toggled = (id: string) => people.map((each) => each.id).filter((each) => stay.has(each) !== (each === id));
  return (
    <div>
      {people.length > 0 && (
        <fieldset className={styles.people}>
          <legend>Names that stay: of posts, teams and networks</legend>
          {listed.map(({ id, name }) => (
            <label key={id} className={styles.person}>
              <input type="checkbox" checked={stay.has(id)} onChange={() => onChange(toggled(id))} />
              <span>{name}</span>
              <span className={styles.called}>{!stay.has(id) && `→ ${called.get(id)?.words}`}</span>
            </label>
          ))}
        </fieldset>
      )}
      <Note>
        Your own plan keeps all names.
        {texts.length > 0 &&
          ` ${count(texts.length, 'text')} in it ${texts.length === 1 ? 'has' : 'have'} one of these names, and so will the copy:`}
      </Note>
      {plan && texts.length > 0 && (
        <ul className={styles.texts}>
          {texts.map((place) => (
            <li key={`${place.kind} ${place.id} ${place.field}`}>
              <PlaceLink place={place}>{nameOf(plan, place)}</PlaceLink>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function nameOf(plan: Plan, { kind, id, field }: Place): string {
  if (kind === 'exception') return 'A reason given in Checks';
  const name = recordName(plan, kind, id);
  return capitalised(field === undefined ? name : fieldOf(kind, field, name));
}
