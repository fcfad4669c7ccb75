import { Button } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { runSchema } from '../../shared/plan/rich-text.ts';
import styles from './rich-text-field.module.css';

interface LinkFormProps {
  /** The address that the words have now, if they are a link. */
  href: string | undefined;
  onSet(href: string): void;
  onRemove(): void;
  onClose(): void;
}

/** Where the selected words lead: a web address or an e-mail address. */
export function LinkForm({ href = '', onSet, onRemove, onClose }: LinkFormProps) {
  const [typed, setTyped] = useState(href);
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const why = useId();
  useEffect(() => input.current?.select(), []);

  function set() {
    if (typed.trim() === '') return href ? onRemove() : onClose();
    const address = addressOf(typed.trim());
    if (address === undefined) setWrong(true);
    else onSet(address);
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'Enter') set();
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div className={styles.link} role="dialog" aria-label="Link">
      <input
        ref={input}
        className="box"
        value={typed}
        aria-label="Address of the link"
        placeholder="Web or e-mail address"
        spellCheck={false}
        aria-invalid={wrong}
        aria-describedby={wrong ? why : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
        onKeyDown={press}
      />
      <Button size="xs" onClick={set}>
        Set link
      </Button>
      {href !== '' && (
        <Button size="xs" variant="default" onClick={onRemove}>
          Remove link
        </Button>
      )}
      {wrong && (
        <p id={why} className={styles.wrong}>
          That is no web or e-mail address. Write it like www.england.nhs.uk or edi@example.org.
        </p>
      )}
    </div>
  );
}

/** What was typed as a link, with what people leave out; undefined where it is none. */
function addressOf(typed: string): string | undefined {
  const isMail = /^[^\s@:/]+@[^\s@]+\.[^\s@]+$/.test(typed);
  const isWeb = /^[\w-]+(\.[\w-]+)+([/?#:].*)?$/.test(typed);
  const address = isMail ? `mailto:${typed}` : isWeb ? `https://${typed}` : typed;
  return runSchema.shape.href.safeParse(address).success ? address : undefined;
}
