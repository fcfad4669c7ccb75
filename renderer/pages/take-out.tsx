import { Button } from '@mantine/core';
import { removePeople } from '../../shared/plan/edits/people.ts';
import { ledByEach } from '../../shared/plan/led.ts';
import type { Person, Plan } from '../../shared/plan/model.ts';
import { actionTitle, capitalised, recordName } from '../../shared/plan/names.ts';
import { editPlan, perform } from '../commands.ts';
import { goToPlace } from '../plan/go-to-place.ts';
import { change } from '../store.ts';
import { Dialog, Ways } from '../ui/dialog.tsx';
import { count } from '../ui/words.ts';
import styles from './people-page.module.css';

/** Takes a name out of the plan, once it is seen what would then be without a lead. */
export function TakeOut({ plan, person, close }: { plan: Plan; person: Person; close(): void }) {
  const withoutLead = removePeople(plan, [person.id])?.withoutLead ?? [];
  const { indicators = [], actions = [] } = ledByEach(plan).get(person.id) ?? {};
  const shared = indicators.length + actions.length - withoutLead.length;

  async function takeOut() {
    close();
    if (!(await editPlan((now) => removePeople(now, [person.id])?.edit))) return;
    const happened = `“${person.name}” is out of the plan.`;
    const [first] = withoutLead;
    const safe =
      withoutLead.length === 0
        ? 'Everything has a lead still.'
        : `${count(withoutLead.length, 'place')} without a lead.`;
    const ways = [
      { label: 'Undo', go: () => undo() },
      ...(first
        ? [{ label: 'Go to the first without a lead', go: () => goToPlace({ ...first, field: 'leads' }) }]
        : []),
    ];
    change({ notice: { tone: 'good', message: { happened, safe, next: '' }, ways } });
  }

  return (
    <Dialog title={`Take “${person.name}” out of the plan`} close={close}>
      {withoutLead.length === 0 ? (
        <p>
          {shared === 0 ? 'Nothing is led by this name.' : 'Everything that is led by this name has another lead too.'}
        </p>
      ) : (
        <div>
          <p>
            {count(withoutLead.length, 'place')} would be left without a lead
            {shared > 0 && `; ${count(shared, 'other has', 'others have')} another lead too`}:
          </p>
          <ul className={styles.without}>
            {withoutLead.map(({ kind, id }) => (
              <li key={id}>{capitalised(kind === 'action' ? actionTitle(plan, id) : recordName(plan, kind, id))}</li>
            ))}
          </ul>
        </div>
      )}
      <Ways>
        <Button onClick={() => void takeOut()}>Take out</Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </Ways>
    </Dialog>
  );
}

function undo(): void {
  change({ notice: null });
  perform('undo');
}
