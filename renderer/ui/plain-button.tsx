import type { ComponentProps } from 'react';
import styles from './plain-button.module.css';

type Look = 'main' | 'other' | 'small' | 'icon';

/** A button of the start screen and of what may be told there, which do without the component library. */
export function PlainButton({ look, className, ...rest }: ComponentProps<'button'> & { look: Look }) {
  return <button type="button" {...rest} className={[styles[look], className].filter(Boolean).join(' ')} />;
}
