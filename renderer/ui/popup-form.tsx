import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { standBeside } from './beside.ts';
import styles from './popup-form.module.css';

interface PopupFormProps {
  /** The words of the button that opens it. */
  words: string;
  /** What that button is called when it is read out, where its words are not enough. */
  name?: string;
  icon?: ReactNode;
  /** What the form is called, where the button's words are not enough. */
  label: string;
  /** The words of the button that does it. */
  submit: string;
  /** Does it; gives false where there is something to be mended first, and the form stays. */
  onSubmit(): boolean | Promise<boolean>;
  children: ReactNode;
}

/** A small form that opens beside a button. Enter does it, Shift+Enter begins a new line; Esc and a click elsewhere close it. */
export function PopupForm({ words, name, icon, label, submit, onSubmit, children }: PopupFormProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        ref={button}
        size="xs"
        variant="default"
        leftSection={icon}
        aria-label={name}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {words}
      </Button>
      {open && (
        <Form label={label} submit={submit} anchor={button.current} onSubmit={onSubmit} close={() => setOpen(false)}>
          {children}
        </Form>
      )}
    </>
  );
}

interface FormProps extends Pick<PopupFormProps, 'label' | 'submit' | 'onSubmit' | 'children'> {
  anchor: HTMLElement | null;
  close(): void;
}

function Form({ label, submit, anchor, onSubmit, close, children }: FormProps) {
  const box = useRef<HTMLDivElement>(null);
  const act = useRef(close);
  act.current = close;

  useLayoutEffect(() => {
    if (!box.current || !anchor) return;
    box.current.showPopover();
    standBeside(box.current, anchor, 'left');
    box.current.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [anchor]);

  useEffect(() => {
    const here = box.current;
    const closed = (event: Event) => (event as ToggleEvent).newState === 'closed' && act.current();
    here?.addEventListener('toggle', closed);
    return () => here?.removeEventListener('toggle', closed);
  }, []);

  return (
    <div ref={box} popover="auto" role="dialog" aria-label={label} className={styles.box}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void Promise.resolve(onSubmit()).then((done) => done && box.current?.hidePopover());
        }}
        onKeyDown={(event) => {
          const inText = event.target instanceof HTMLTextAreaElement && !event.shiftKey;
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.ctrlKey || inText)) return;
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }}
      >
        {children}
        <div className={styles.ways}>
          <Button size="xs" type="submit">
            {submit}
          </Button>
        </div>
      </form>
    </div>
  );
}
