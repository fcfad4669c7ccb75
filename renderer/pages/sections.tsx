import type { Section } from '../../shared/plan/model.ts';
import { RichTextView } from '../ui/rich-text.tsx';
import styles from './sections.module.css';

/** The introduction, or the closing pages: headed texts, one after another. */
export function SectionsPage({ title, sections }: { title: string; sections: Section[] }) {
  return (
    <>
      <h1 tabIndex={-1}>{title}</h1>
      {sections.length === 0 && (
        <p className={styles.empty}>There is none in this plan. Layouts that have a place for it leave it out.</p>
      )}
      {sections.map((section) => (
        <section key={section.id} className={styles.section}>
          {section.heading && <h2>{section.heading}</h2>}
          <RichTextView value={section.body} />
        </section>
      ))}
    </>
  );
}
