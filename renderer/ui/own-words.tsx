import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { callApp } from '../api.ts';
import { attempt } from '../store.ts';
import { announce } from './announce.ts';
import { Note } from './form.tsx';
import styles from './own-words.module.css';

/** The words that the person has added to the dictionary, each to be taken out again. */
export function OwnWords() {
  const [words, setWords] = useState<readonly string[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => void attempt(async () => setWords(await callApp('ownWords'))), []);

  function remove(word: string) {
    void attempt(async () => {
      setWords(await callApp('removeWord', { word }));
      announce(`“${word}” is no longer in your dictionary.`);
      heading.current?.focus();
    });
  }

  return (
    <section>
      <h3 ref={heading} tabIndex={-1}>
        Your dictionary
      </h3>
      {words.length > 0 && (
        <ul className={styles.words} aria-label="Your dictionary">
          {words
            .toSorted((a, b) => a.localeCompare(b, 'en-GB'))
            .map((word) => (
              <li key={word}>
                {word}
                <ActionIcon
                  size="sm"
                  variant="subtle"
                  color="gray"
                  aria-label={`Remove “${word}”`}
                  onClick={() => remove(word)}
                >
                  <IconX size={14} aria-hidden />
                </ActionIcon>
              </li>
            ))}
        </ul>
      )}
      <Note>
        {words.length === 0
          ? 'No words yet. “Add to dictionary”, in Spelling (F7) or in the menu of a marked word, puts them here.'
          : 'These words are right in every plan, on this computer.'}
      </Note>
    </section>
  );
}
