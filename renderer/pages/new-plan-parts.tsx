import { Button, Loader } from '@mantine/core';
import { change, useStore } from '../store.ts';
import { Choices, FormRow } from '../ui/form.tsx';
import styles from './new-plan.module.css';

/** What a new plan is begun with: it decides which form stands below. */
export function BeginWith() {
  const creating = useStore((state) => state.creating);
  return (
    <div className={styles.begin}>
      <FormRow title="Begin with">
        <Choices<'blank' | 'lastYear'>
          label="Begin with"
          inline
          value={creating || 'blank'}
          options={[
            ['blank', 'A blank plan'],
            ['lastYear', 'Last year’s plan'],
          ]}
          onChange={(chosen) => change({ creating: chosen, notice: null })}
        />
      </FormRow>
    </div>
  );
}

interface FootProps {
  /** The name that the file would have, without its ending; undefined: something is wrong; null: nothing is chosen yet. */
  file: string | null | undefined;
  onCancel(): void;
}

export function NewPlanFoot({ file, onCancel }: FootProps) {
  const busy = useStore((state) => state.busy);
  return (
    <div className={styles.foot}>
      {file !== null && (
        <Button type="submit" size="md">
          Choose where to keep it…
        </Button>
      )}
      <Button size="md" variant="default" onClick={onCancel}>
        Cancel
      </Button>
      {busy ? (
        <p className={styles.hint}>
          <Loader size={16} aria-hidden /> {busy}
        </p>
      ) : (
        file && <p className={styles.hint}>A plan is one file, wherever you put it: {file}.wresplan</p>
      )}
    </div>
  );
}

/** Gives a form's first field the keyboard, but not to whoever is in the form already, choosing what to begin with. */
export function focusUnlessInForm(field: HTMLElement | null | undefined): void {
  if (!document.activeElement?.closest('main')) field?.focus();
}

export function leaveNewPlan(): void {
  change({ creating: false, notice: null });
}
