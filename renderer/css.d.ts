declare module '*.module.css' {
  const classes: Record<string, string>;
  export default classes;
}
declare module '*.css';
declare module '*.md?raw' {
  const text: string;
  export default text;
}
interface ImportMeta {
  /** Of the bundler: the address of each file that the pattern names. */
  glob<Value>(pattern: string, options: { eager: true; query: '?url'; import: 'default' }): Record<string, Value>;
}
