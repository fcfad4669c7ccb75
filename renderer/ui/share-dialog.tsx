import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { ShareView } from '../../shared/ipc/contract.ts';
import { callApp } from '../api.ts';
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
  const [made, setMade] = useState<ShareView | null>(null);
  const known = useKnown();
  const told = useStore((state) => state.notice !== null);

  async function share(event: FormEvent) {
    event.preventDefault();
    if (to.trim() === '') return;
    change({ notice: null });
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
  const [mailed, setMailed] = useState(false);
  const told = useStore((state) => state.notice !== null);
  return (
    <>
      {told && <NoticeBar />}
      <p>
        <b>{file}</b> is in {folder}. When {to} sends it back, bring it in: what was changed comes into your plan.
      </p>
      {mailed && (
        <p>
          The e-mail is ready but for the file, which no program may attach for you. Choose Attach in it, and paste the
          path: it is on the clipboard.
        </p>
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
          onClick={() => void attempt(async () => void (await callApp('mailShared', { id }))).then(setMailed)}
        >
          Write an e-mail…
        </Button>
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
