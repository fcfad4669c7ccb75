// What the start screen looks like, and every page after it.
import '@mantine/core/styles/baseline.css';
import './colours.css';
import './global.css';
