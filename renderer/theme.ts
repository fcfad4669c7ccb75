import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/**
 * All colours, sizes and type of the app. The blues are the NHS identity's: Blue #005EB8 for what can be done, Dark
 * Blue #003087 for the header. The dark theme has its own values, not the light ones turned round. Ratings are the
 * only other colours, and those are the plan's.
 */
const blue: MantineColorsTuple = [
  '#e8f1fa',
  '#cfe2f4',
  '#a6cbec',
  '#8ac2f2',
  '#4a93d6',
  '#1a6fc4',
  '#005eb8',
  '#004f9b',
  '#003f80',
  '#003087',
];

const light = {
  '--page': '#ffffff',
  '--side': '#f5f7f9',
  '--desk': '#e3e8eb',
  '--ink': '#212b32',
  '--quiet': '#425563',
  '--hairline': '#d5dce0',
  '--field-line': '#768692',
  '--scroll': '#a9b6be',
  '--blue': '#005eb8',
  '--tint': '#e8f1fa',
  '--hover': '#eef2f5',
  '--header': '#003087',
  '--header-hover': '#1d4a9c',
  '--warn': '#8a1538',
  '--warn-tint': '#fbeef1',
  '--good': '#00613a',
  '--good-tint': '#e9f5ee',
};

const dark: typeof light = {
  '--page': '#14202b',
  '--side': '#101a23',
  '--desk': '#0b131a',
  '--ink': '#eaf0f4',
  '--quiet': '#b2c0cb',
  '--hairline': '#2e3f4d',
  '--field-line': '#7d909f',
  '--scroll': '#4a5d6b',
  '--blue': '#8ac2f2',
  '--tint': '#173350',
  '--hover': '#1c2b38',
  '--header': '#0a2254',
  '--header-hover': '#1c3a78',
  '--warn': '#ffb3c1',
  '--warn-tint': '#3a1c26',
  '--good': '#8fdcb2',
  '--good-tint': '#12352a',
};

export const theme = createTheme({
  colors: { blue },
  primaryColor: 'blue',
  primaryShade: { light: 6, dark: 5 },
  autoContrast: true,
  fontFamily: 'Arial, "Liberation Sans", "Helvetica Neue", Helvetica, sans-serif',
  fontSizes: { xs: '0.8125rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.25rem', xl: '1.625rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  headings: { fontWeight: '600' },
  defaultRadius: '4px',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 500, withArrow: false, transitionProps: { duration: 120 } } },
    ModalRoot: { defaultProps: { transitionProps: { duration: 0 } } },
    Button: { styles: { label: { fontWeight: 600 } } },
  },
});

/** Hands the colours to the page's styles, and has the component library use the same. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...light, ...libraryColours, '--mantine-color-dimmed': light['--quiet'] },
  dark: { ...dark, ...libraryColours, '--mantine-color-dimmed': dark['--quiet'] },
});

const libraryColours = {
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-anchor': 'var(--blue)',
  '--mantine-color-default': 'var(--page)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--field-line)',
  '--mantine-color-placeholder': 'var(--quiet)',
  '--mantine-color-error': 'var(--warn)',
};
