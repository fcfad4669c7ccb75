import { useLayoutEffect, useRef } from 'react';
import { personNamed } from '../../shared/plan/edits/leads.ts';
import { ranked } from '../../shared/plan/go-to.ts';
import type { Plan } from '../../shared/plan/model.ts';
import { standBeside } from '../ui/beside.ts';
import styles from './leads-field.module.css';

export interface Suggestion {
  key: string;
  name: string;
  role: string;
  isNew: boolean;
}

/** Those of the plan who fit what is typed, and at the end what is typed itself where nobody has that name. */
export function suggestions(plan: Plan, leads: string[], typed: string): Suggestion[] {
  const others = plan.people.filter(({ id }) => !leads.includes(id));
  const fitting = ranked(
    others.map(({ id, name, role = '' }) => ({ id, title: name, detail: role })),
    typed,
    8,
  );
  const known = fitting.map(({ id, title, detail }) => ({ key: id, name: title, role: detail, isNew: false }));
  return typed === '' || personNamed(plan, typed)
    ? known
    : [...known, { key: 'new', name: typed, role: '', isNew: true }];
}

interface SuggestionListProps {
  id: string;
  options: Suggestion[];
  /** Which one the arrows have come to; -1: none. */
  at: number;
  onChoose(option: Suggestion): void;
}

/** The list under the field. The keyboard stays in the field, which says which option it has come to. */
export function SuggestionList({ id, options, at, onChoose }: SuggestionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.showPopover();
  }, []);
  // It stays beside its field, whatever scrolls.
  useLayoutEffect(() => {
    const put = () => {
      const field = list.current?.previousElementSibling;
      if (list.current && field instanceof HTMLElement) standBeside(list.current, field, 'left');
    };
    put();
    window.addEventListener('scroll', put, true);
    return () => window.removeEventListener('scroll', put, true);
  });
  return (
    <div
      ref={list}
      popover="manual"
      id={id}
      className={styles.list}
      role="listbox"
      aria-label="People, posts and teams"
    >
      {options.map((option, index) => (
        <div
          key={option.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={styles.option}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(option);
          }}
        >
          {option.isNew ? `Add “${option.name}”` : option.name}
          <span className={styles.role}>{option.isNew ? 'new in this plan' : option.role}</span>
        </div>
      ))}
    </div>
  );
}
