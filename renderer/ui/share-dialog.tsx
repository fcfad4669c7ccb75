import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { MailView, ShareView } from '../../shared/ipc/contract.ts';
import { callApp } from '../api.ts';
import { changeSettings } from '../commands.ts';
import { attempt, change, useStore } from '../store.ts';
import { announce } from './announce.ts';
import { Ways } from './dialog.tsx';
import { Choices, LabelledInput } from './form.tsx';
import { type NamesToShare, NamesToShareChoice } from './names-to-share.tsx';
import { NoticeBar } from './notice.tsx';
import styles from './share-dialog.module.css';

/** A clean copy for somebody, and how it gets to them. */
export function ShareBody() {
  const [to, setTo] = useState('');
  const [history, setHistory] = useState<'with' | 'without'>('with');
  const [names, setNames] = useState<NamesToShare>('all');
  const { author, systemName } = useStore((state) => state.settings);
  const [asks] = useState(author === null);
  const [name, setName] = useState('');
  const [made, setMade] = useState<ShareView | null>(null);
  const known = useKnown();
  const told = useStore((state) => state.notice !== null);

  async function share(event: FormEvent) {
    event.preventDefault();
    if (to.trim() === '') return;
    change({ notice: null });
    if (name.trim() !== '') await changeSettings({ author: name.trim() });
    await attempt(async () => setMade(await callApp('share', { to: to.trim(), history: history === 'with', names })));
  }

  if (made) return <Made share={made} />;
  return (
    <form className={styles.form} onSubmit={share}>
      {told && <NoticeBar />}
      <LabelledInput
        label="For whom"
        value={to}
        onChange={setTo}
        maxLength={200}
        list="known-to"
        data-autofocus
        note="A name or a group. It is remembered here, so that you see what has not come back."
      />
      <datalist id="known-to">
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {asks && (
        <LabelledInput
          label="Your name"
          value={name}
          onChange={setName}
          maxLength={200}
          placeholder={systemName}
          spellCheck={false}
          note="So that it can be told who changed what. From now on your edits are signed with it; Settings has it too."
        />
      )}
      <Choices<'with' | 'without'>
        label="History"
        value={history}
        onChange={setHistory}
        options={[
          ['with', 'With its history: who changed what, and what was there before'],
          ['without', 'Without: not who, not when, no earlier words. It can be brought back in all the same'],
        ]}
      />
      <NamesToShareChoice names={names} onChange={setNames} />
      <Ways>
        <Button type="submit" disabled={to.trim() === ''}>
          Choose where…
        </Button>
        <Button variant="default" onClick={() => change({ dialog: null })}>
          Cancel
        </Button>
      </Ways>
    </form>
  );
}

function Made({ share: { id, to, file, folder } }: { share: ShareView }) {
  useEffect(() => announce(`The copy for ${to} is in ${folder}.`), [to, folder]);
  const [mail, setMail] = useState<MailView | null>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const told = useStore((state) => state.notice !== null);
  return (
    <>
      {told && <NoticeBar />}
      <p>
        <b>{file}</b> is in {folder}. When {to} sends it back, bring it in: what was changed comes into your plan.
      </p>
      {mail && (
        <>
          <p>
            {mail.taken
              ? 'Your mail program was asked to open an e-mail. Choose Attach in it, and paste the path of the copy, which is on the clipboard: no program may attach a file for you. If no e-mail opened, write one with this text.'
              : 'No mail program on this computer took the e-mail. Write one yourself with this text, and attach the file: its path is on the clipboard.'}
          </p>
          <textarea
            ref={text}
            className={styles.mail}
            aria-label="Text of the e-mail"
            readOnly
            rows={7}
            value={mail.text}
          />
        </>
      )}
      <Ways>
        <Button data-autofocus onClick={() => void attempt(async () => void (await callApp('showShared', { id })))}>
          Show in folder
        </Button>
        <Button
          variant="default"
          onClick={() =>
            void attempt(async () => {
              await callApp('copySharedPath', { id });
              announce('The path of the copy is on the clipboard.');
            })
          }
        >
          Copy path
        </Button>
        <Button
          variant="default"
          onClick={() => void attempt(async () => setMail(await callApp('mailShared', { id })))}
        >
          Write an e-mail…
        </Button>
        {mail && (
          <Button
            variant="default"
            onClick={() => {
              text.current?.select();
              document.execCommand('copy');
              announce('The text is on the clipboard.');
            }}
          >
            Copy text
          </Button>
        )}
        <Button variant="default" onClick={() => change({ dialog: null })}>
          Close
        </Button>
      </Ways>
    </>
  );
}

/** With whom this plan was shared before, and its people. */
function useKnown(): string[] {
  const [before, setBefore] = useState<string[]>([]);
  useEffect(() => {
    void attempt(async () => setBefore((await callApp('shares')).map(({ to }) => to)));
  }, []);
  const people = useStore((state) => state.open?.plan.people);
  return [...new Set([...before, ...(people ?? []).map(({ name }) => name)])];
}
