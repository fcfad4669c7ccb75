import type { Layout } from '../../layout/layout.ts';
import { type OwnLayout, ownLayoutSchema } from '../../plan/model.ts';
import type { Draft } from '../draft.ts';
import type { ActionTable } from '../table.ts';
import { plainWords } from '../text.ts';
import { titleOf } from './own-layout.ts';

/** A matrix that comes with the app, under the words that this file has above it; undefined where they are the same. */
export function underItsBanner(
  { matrix, ...layout }: Layout,
  { banner }: ActionTable,
  draft: Draft,
): OwnLayout | undefined {
  const words = plainWords(banner ?? '');
  const usual = [matrix?.banner ?? '', ...layout.columns.map(({ heading }) => heading)];
  if (!matrix || !banner || words === '' || usual.some((each) => plainWords(each) === words)) return undefined;
  const own = {
    ...layout,
    id: draft.newId(),
    title: titleOf(draft),
    matrix: { ...matrix, banner: banner.slice(0, 600) },
  };
  return ownLayoutSchema.safeParse(own).data;
}
