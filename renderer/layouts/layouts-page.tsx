import { Button } from '@mantine/core';
import { IconCopy, IconFileTypeDocx, IconTrash } from '@tabler/icons-react';
import { newId } from '../../shared/id.ts';
import { choiceTitles, fieldTitles } from '../../shared/layout/in-words.ts';
import type { Layout } from '../../shared/layout/layout.ts';
import { findLayout, layoutOf, layoutsOf } from '../../shared/layout/layouts-of.ts';
import { copyLayout, deleteLayout, publishIn } from '../../shared/plan/edits/layouts.ts';
import { isOwnLayoutId, type Plan } from '../../shared/plan/model.ts';
import { editPlan } from '../commands.ts';
import { goToPlace } from '../plan/go-to-place.ts';
import { change } from '../store.ts';
import { LayoutEditor } from './layout-editor.tsx';
import styles from './layouts.module.css';

interface LayoutsPageProps {
  plan: Plan;
  /** The id of the one that is looked at; without it, the one that the plan is published in. */
  chosen: string | undefined;
}

/**
 * The layouts that the plan can be published in, and what those of its own are made of. The preview shows the one that
 * is looked at.
 */
export function LayoutsPage({ plan, chosen }: LayoutsPageProps) {
  const used = layoutOf(plan);
  const layout = findLayout(plan, chosen) ?? used;
  const isOwn = isOwnLayoutId(layout.id);
  return (
    <div className={styles.page}>
      <h1 tabIndex={-1}>Layouts</h1>
      <p className={styles.what}>
        How the plan looks in Word: its columns, their headings and order. Those that come with the app stay as they
        are; make a copy of one to have it as your Trust does. Layouts of your own are kept in the plan and go with it.
      </p>
      <ul className={styles.list} aria-label="Layouts">
        {layoutsOf(plan).map((each) => (
          <li key={each.id}>
            <button
              type="button"
              className={styles.layout}
              aria-current={each === layout ? 'true' : undefined}
              onClick={() => change({ place: { page: 'layouts', layout: each.id } })}
            >
              <span className={styles.name}>{each.title}</span>
              <span className={styles.tag}>
                {[isOwnLayoutId(each.id) && 'Your own', each === used && 'The plan is published in it']
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <section aria-labelledby="the-layout">
        <h2 id="the-layout">{layout.title}</h2>
        <div className={styles.ways}>
          {layout !== used && (
            <Button
              size="xs"
              leftSection={<IconFileTypeDocx size={16} aria-hidden />}
              onClick={() => void editPlan((now) => publishIn(now, layout.id))}
            >
              Publish the plan in it
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={() => void copy(layout)}
          >
            Make a copy
          </Button>
          {isOwn && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => void remove(layout)}
            >
              Delete
            </Button>
          )}
        </div>
        {isOwn ? <LayoutEditor key={layout.id} layout={layout} /> : <Looks layout={layout} />}
      </section>
    </div>
  );
}

/** What a layout is made of, to be read. */
function Looks({ layout }: { layout: Layout }) {
  return (
    <>
      <p className={styles.what}>
        It comes with the app. {choiceTitles.grain[layout.grain]},{' '}
        {choiceTitles.orientation[layout.page.orientation].toLowerCase()}:
      </p>
      <ol className={styles.columnsRead}>
        {layout.columns.map(({ heading, fields }) => (
          <li key={heading}>
            <b>{heading}</b>: {fields.map(({ field }) => fieldTitles[field]).join(', ')}
          </li>
        ))}
      </ol>
    </>
  );
}

async function copy(layout: Layout): Promise<void> {
  const id = newId();
  if (await editPlan((plan) => copyLayout(plan, layout, id))) goToPlace({ kind: 'layout', id, field: 'title' });
}

async function remove({ id }: Layout): Promise<void> {
  if (await editPlan((plan) => deleteLayout(plan, id))) change({ place: { page: 'layouts' } });
}
