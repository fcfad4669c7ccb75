/**
 * What the page may load: its own files, nothing else, and there is nothing to connect to. Styles may be inline because
 * the component library writes its variables so; scripts may not. Sent as a header and, in the built page, written in it.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
