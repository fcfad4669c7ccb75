import { useState } from 'react';
import { standardIndicator } from '../../shared/indicator-sets.ts';
import { fillOf } from '../../shared/layout/colour.ts';
import { lookUp } from '../../shared/plan/look-up.ts';
import type { Plan, Rating } from '../../shared/plan/model.ts';
import { type Overview, type Share, sharesInWords } from '../../shared/plan/overview.ts';
import { showRound } from '../commands.ts';
import { change } from '../store.ts';
import { NoRating, RatingChip } from '../ui/rating-chip.tsx';
import styles from './overview.module.css';

interface RatingsPictureProps {
  plan: Plan;
  overview: Overview;
}

/** The ratings of each indicator's actions, as bars or as the same in figures. */
export function RatingsPicture({ plan, overview }: RatingsPictureProps) {
  const [figures, setFigures] = useState(false);
  const find = lookUp(plan);
  const most = Math.max(...overview.homes.map(({ actions }) => actions));
  const homes = [...plan.indicators.map(({ id }) => id), null].flatMap((id) => {
    const home = overview.homes.find(({ indicator }) => indicator === id);
    return home ? [home] : id === null ? [] : [{ indicator: id, name: '', actions: 0, ratings: [] }];
  });
  return (
    <section aria-labelledby="ratings">
      <div className={`heading-row ${styles.top}`}>
        <h2 id="ratings" className={styles.heading}>
          Ratings by {(plan.terms?.indicator ?? 'indicator').toLowerCase()}
        </h2>
        <fieldset className={styles.ways}>
          <legend className="unseen">Ratings as</legend>
          <Way words="Bars" chosen={!figures} choose={() => setFigures(false)} />
          <Way words="Figures" chosen={figures} choose={() => setFigures(true)} />
        </fieldset>
      </div>
      <div className={styles.wide}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{plan.terms?.indicator ?? 'Indicator'}</th>
              <th scope="col" className={styles.figure}>
                Actions
              </th>
              {figures ? (
                overview.ratings.map(({ rating }) => (
                  <th key={rating?.code ?? ''} scope="col" className={styles.figure}>
                    {rating ? <RatingChip rating={rating} /> : 'Not rated'}
                  </th>
                ))
              ) : (
                <th scope="col">Their ratings</th>
              )}
            </tr>
          </thead>
          <tbody>
            {homes.map(({ indicator, actions, ratings }) => (
              <tr key={indicator}>
                <th scope="row">
                  <Home plan={plan} indicator={indicator} />
                </th>
                <td className={styles.figure}>{actions}</td>
                {figures ? (
                  overview.ratings.map(({ rating }) => (
                    <td key={rating?.code ?? ''} className={styles.figure}>
                      {ratings.find((share) => share.rating === rating)?.count ?? 0}
                    </td>
                  ))
                ) : (
                  <td>
                    <Bar shares={ratings} width={actions / most} indicator={indicator} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">All</th>
              <td className={styles.figure}>{overview.actions}</td>
              {figures ? (
                overview.ratings.map(({ rating, count }) => (
                  <td key={rating?.code ?? ''} className={styles.figure}>
                    {count}
                  </td>
                ))
              ) : (
                <td>
                  <ul className={styles.sums}>
                    {overview.ratings.map(({ rating, count }) => (
                      <li key={rating?.code ?? ''}>
                        <button
                          type="button"
                          className={styles.sum}
                          title="Show them in the progress round"
                          onClick={() => showRound({ rating: rating?.code ?? null })}
                        >
                          {count} {rating ? <RatingChip rating={rating} /> : <NoRating />}
                        </button>
                      </li>
                    ))}
                  </ul>
                </td>
              )}
            </tr>
          </tfoot>
        </table>
      </div>
      {find.scale?.ratings.length === 0 && <p className={styles.teach}>This plan does not rate progress.</p>}
    </section>
  );
}

function Way({ words, chosen, choose }: { words: string; chosen: boolean; choose(): void }) {
  return (
    <label>
      <input type="radio" name="ratings-as" checked={chosen} onChange={choose} /> {words}
    </label>
  );
}

/** What a row is of, with the rating of the indicator itself. */
function Home({ plan, indicator }: { plan: Plan; indicator: string | null }) {
  const find = lookUp(plan);
  const own = find.indicator(indicator);
  const rating = find.rating(own?.rating);
  const number = own?.number ?? null;
  const title = own ? (standardIndicator(plan, number)?.title ?? own.wording) : 'Whole plan';
  return (
    <span className={styles.home}>
      <span className={styles.number}>{number}</span>
      <button
        type="button"
        className={styles.link}
        onClick={() =>
          change({
            place: indicator === null ? { page: 'wholePlan' } : { page: 'indicator', id: indicator },
            notice: null,
          })
        }
      >
        {title || 'A row of our own'}
      </button>
      {rating && (
        <span className={styles.own} title={`Rated ${rating.label} itself`}>
          <RatingChip rating={rating} short />
        </span>
      )}
    </span>
  );
}

interface BarProps {
  shares: Share[];
  /** Of the room there is: 1 for the row with the most actions. */
  width: number;
  indicator: string | null;
}

/** One stretch for each rating, as long as there are actions of it, with its code and their number. */
function Bar({ shares, width, indicator }: BarProps) {
  if (shares.length === 0) return <span className="quiet">None yet</span>;
  return (
    <button
      type="button"
      className={styles.bar}
      style={{ width: `${Math.max(width * 100, 4)}%` }}
      title={`${sharesInWords(shares)}. Show them in the progress round`}
      onClick={({ target }) => {
        // A click on one stretch asks for those of that rating; a key, for all.
        const code = (target as HTMLElement).dataset.rating;
        showRound({ indicator, ...(code !== undefined && { rating: code || null }) });
      }}
    >
      {shares.map(({ rating, count }) => (
        <Stretch key={rating?.code ?? ''} rating={rating} count={count} />
      ))}
      <span className="unseen">{sharesInWords(shares)}. Show them in the progress round</span>
    </button>
  );
}

function Stretch({ rating, count }: { rating: Rating | undefined; count: number }) {
  const fill = rating && fillOf(rating.colour, rating.code);
  return (
    <span
      className={fill ? styles.stretch : styles.unrated}
      data-rating={rating?.code ?? ''}
      aria-hidden
      style={{ flexGrow: count, ...(fill && { background: fill.colour, color: fill.ink }) }}
    >
      {rating ? `${rating.code} ${count}` : count}
    </span>
  );
}
