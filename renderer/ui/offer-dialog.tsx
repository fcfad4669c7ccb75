import { Button } from '@mantine/core';
import { quote } from '../../shared/plan/names.ts';
import { bringInOffered, openOffered } from '../plan/copies.ts';
import { change, useStore } from '../store.ts';
import { Ways } from './dialog.tsx';

/** What to do with a file that is a copy of a plan that is known here. */
export function OfferBody() {
  const offer = useStore((state) => state.offer);
  if (!offer) return null;
  const close = () => change({ dialog: null, offer: null });
  return (
    <>
      <p>
        {quote(offer.file, 200)} is a copy of a plan that you have: {quote(offer.into, 200)}. What was changed in the
        copy can be brought into your plan. You see what came in, and Undo takes it out again.
      </p>
      <Ways>
        <Button
          data-autofocus
          onClick={() => {
            close();
            void bringInOffered(offer);
          }}
        >
          Bring its changes into my plan
        </Button>
        <Button
          variant="default"
          onClick={() => {
            close();
            void openOffered(offer);
          }}
        >
          Open it by itself
        </Button>
      </Ways>
    </>
  );
}
