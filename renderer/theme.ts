import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** What the component library is told of the app's look; the colours themselves are in `colours.css`. */
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

/** Has the component library use the app's colours. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: libraryColours,
  dark: libraryColours,
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
  '--mantine-color-dimmed': 'var(--quiet)',
  '--mantine-color-error': 'var(--warn)',
};
