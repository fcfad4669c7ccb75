import { describe, expect, it } from 'vitest';
import { contrast, fillOf, leastContrast } from '../../../shared/layout/colour.ts';
import { ratingScaleSchema } from '../../../shared/plan/model.ts';
import { presetScale, type RatingScalePreset, ratingScalePresets } from '../../../shared/plan/rating-scales.ts';
import { counter } from '../../support/ids.ts';
import { seeds, seedsFolder } from '../../support/seeds.ts';

const presets: readonly RatingScalePreset[] = ratingScalePresets;

describe('a preset rating scale', () => {
  it.each(presets.map((preset) => [preset.id, preset] as const))('%s can be taken over by a plan', (id, preset) => {
    const scale = presetScale(id as 'rag', counter());
    expect(ratingScaleSchema.parse(scale)).toEqual(scale);
    expect(scale.ratings.map(({ id: _, ...rating }) => rating)).toEqual(preset.ratings);
    expect(new Set(scale.ratings.map((rating) => rating.id)).size).toBe(preset.ratings.length);
    expect(new Set(scale.ratings.map(({ code }) => code)).size).toBe(preset.ratings.length);
  });

  it('reads well on every fill: white on the dark ones, black on amber and pale grey', () => {
    const fills = presets.flatMap(({ ratings }) => ratings.map(({ colour, code }) => fillOf(colour, code)));
    for (const { colour, ink } of fills) {
      expect(contrast(colour, ink)).toBeGreaterThanOrEqual(leastContrast);
      expect([colour, ink]).toEqual([colour, ['#ffb81c', '#e8edee'].includes(colour) ? '#000000' : '#ffffff']);
    }
  });

  it('says what each rating means, and never by colour alone', () => {
    for (const { label, meaning } of presets.flatMap(({ ratings }) => ratings)) {
      expect(label.trim()).not.toBe('');
      expect(meaning).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('offers RAG, BRAG, the five codes, words, and none', () => {
    expect(presets.map(({ id, ratings }) => [id, ratings.map(({ code }) => code).join(' ')])).toEqual([
      ['rag', 'R A G'],
      ['brag', 'B R A G'],
      ['five-code', 'B GA GB A R'],
      ['words', 'Not begun In progress Complete Carried over'],
      ['none', ''],
    ]);
  });

  it.skipIf(!seedsFolder)('has the codes of the published five-code plan, and none of its sentences', () => {
    const published: { code: string; meaning: string }[] = JSON.parse(seeds()[0]?.planJson ?? '').ratingScales[0]
      .ratings;
    const ours = presetScale('five-code', counter()).ratings;
    expect(ours.map(({ code }) => code)).toEqual(published.map(({ code }) => code));
    for (const { meaning } of published) expect(JSON.stringify(presets)).not.toContain(meaning);
  });
});
