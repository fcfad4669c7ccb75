import type { RatingScale } from './model.ts';

/** A rating scale to begin with; ids of its ratings are given when a plan takes it over. */
export interface RatingScalePreset {
  id: string;
  title: string;
  ratings: readonly { code: string; label: string; meaning: string; colour: string }[];
}

/** Fills on which black or white text has a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3). NHS colours. */
const colours = {
  blue: '#005eb8',
  green: '#006747',
  amber: '#ffb81c',
  red: '#da291c',
  darkGrey: '#425563',
  paleGrey: '#e8edee',
} as const;

const green = {
  code: 'G',
  label: 'Green',
  meaning: 'Going to plan. We expect to finish by the date given.',
  colour: colours.green,
};
const amber = {
  code: 'A',
  label: 'Amber',
  meaning: 'Some way behind, or at risk of falling behind. The lead has steps in hand to bring it back.',
  colour: colours.amber,
};
const red = {
  code: 'R',
  label: 'Red',
  meaning: 'Well behind, or stopped. It will miss its date unless the committee decides on further help.',
  colour: colours.red,
};

/** The scales that the app offers. Trusts rate in other ways too: a scale belongs to its plan, and may be changed there. */
export const ratingScalePresets = [
  { id: 'rag', title: 'RAG rating', ratings: [red, amber, green] },
  {
    id: 'brag',
    title: 'BRAG rating',
    ratings: [
      {
        code: 'B',
        label: 'Blue',
        meaning: 'Finished, with the evidence on file, and now part of how we work.',
        colour: colours.blue,
      },
      red,
      amber,
      green,
    ],
  },
  {
    id: 'five-code',
    title: 'Progress rating',
    ratings: [
      {
        code: 'B',
        label: 'Finished',
        meaning: 'Done, and kept up as part of everyday work.',
        colour: colours.blue,
      },
      {
        code: 'GA',
        label: 'On course, begun',
        meaning: 'Work has begun and is where it should be by now.',
        colour: colours.green,
      },
      {
        code: 'GB',
        label: 'On course, not begun',
        meaning: 'Work is to begin later, as agreed; nothing stands in its way.',
        colour: colours.green,
      },
      {
        code: 'A',
        label: 'At risk',
        meaning: 'It can still be done, but a step has slipped and needs more help than was foreseen.',
        colour: colours.amber,
      },
      {
        code: 'R',
        label: 'Behind',
        meaning: 'A date has passed without result. The lead is to bring a plan for catching up.',
        colour: colours.red,
      },
    ],
  },
  {
    id: 'words',
    title: 'Progress',
    ratings: [
      { code: 'Not begun', label: 'Not begun', meaning: 'Nothing has been done on it yet.', colour: colours.paleGrey },
      { code: 'In progress', label: 'In progress', meaning: 'Work on it is under way.', colour: colours.amber },
      { code: 'Complete', label: 'Complete', meaning: 'It is done, and nothing is left to do.', colour: colours.green },
      {
        code: 'Carried over',
        label: 'Carried over',
        meaning: 'It goes on in the plan of the following year.',
        colour: colours.darkGrey,
      },
    ],
  },
  { id: 'none', title: 'No ratings', ratings: [] },
] as const satisfies readonly RatingScalePreset[];

export type RatingScalePresetId = (typeof ratingScalePresets)[number]['id'];

/** A scale of the app's own as a plan takes it over, each rating with an id of its own. */
export function presetScale(id: RatingScalePresetId, newId: () => string): RatingScale {
  const preset: RatingScalePreset | undefined = ratingScalePresets.find((each) => each.id === id);
  if (!preset) throw new RangeError(`There is no rating scale “${id}”.`);
  return { id, title: preset.title, ratings: preset.ratings.map((rating) => ({ id: newId(), ...rating })) };
}
