import { PlanError } from '../../shared/messages.ts';
import type { SaveState } from '../../shared/plan-state.ts';
import { called, codeOf, type Files, realFiles, watched, writeAtomically } from '../files.ts';
import type { Backups } from './backups.ts';
import type { Contents } from './contents.ts';
import type { PlanFileEnvironment } from './environment.ts';
import { contentsOfBytes, readPlanBytes } from './exchange.ts';
import { hashOf, hashOfFile, isTemporary, markOf, rememberPlace } from './place.ts';

/** The open plan, as its file needs it. */
interface Source {
  /** The newest edit of the log. */
  newest(): string;
  /** All of it as a file; what is typed from now on is an edit of its own. */
  snapshot(): Uint8Array;
  /** Brings in what somebody else wrote over the file. @throws PlanError where it is no copy that can be brought in */
  bringIn(theirs: Contents): void;
}

/** How things stand between the file and the working copy. */
interface Start {
  path: string;
  /** That of the working copy. */
  folder: string;
  /** Of the file as it was last read; null where there is none yet. */
  hash: string | null;
  published: string | null;
}

/**
 * The file that the person knows. It is written whole from the working copy, beside and then renamed, and what somebody
 * else has put there is never replaced unseen.
 */
export class PersonsFile {
  readonly path: string;
  readonly #folder: string;
  readonly #plan: Source;
  readonly #env: PlanFileEnvironment;
  readonly #files: Files;
  readonly #backups: Backups;
  readonly #listeners = new Set<(saved: SaveState) => void>();
  /** The newest edit that is in it; null where there is no file yet. */
  #published: string | null;
  /** What it may be if nobody else wrote it: what we last read or wrote there, or tried to. */
  #hashes: string[];
  #saved: SaveState;
  /** Files are written one at a time. */
  #queue: Promise<unknown> = Promise.resolve();
  /** A publish whose place does not answer goes on by itself, and may yet come to its end. */
  #unanswered = false;
  #closed = false;

  constructor({ path, folder, hash, published }: Start, plan: Source, env: PlanFileEnvironment, backups: Backups) {
    this.path = path;
    this.#folder = folder;
    this.#plan = plan;
    this.#env = env;
    this.#files = env.files ?? realFiles;
    this.#backups = backups;
    this.#published = published;
    this.#hashes = hash === null ? [] : [hash];
    this.#saved = plan.newest() === published ? { state: 'saved', at: null } : { state: 'edited' };
  }

  get saved(): SaveState {
    return this.#saved;
  }

  /** Calls back whenever the save state changes. @returns a function that ends it */
  onSaved(listener: (saved: SaveState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The plan has an edit that is not in the file. */
  edited(): void {
    this.#tell({ state: 'edited' });
  }

  /**
   * Brings the file up to date. What somebody else has put there meanwhile is brought in first. It never throws: a
   * failure is a save state, and all edits are kept.
   * @param options `patience`: how long to wait for another program to let go of the file, in milliseconds; `silence`:
   *   how long to wait for a place that does not answer
   */
  publish(options: { patience?: number; silence?: number } = {}): Promise<SaveState> {
    return this.inTurn(async () => {
      const { patience = options.patience } = this.#env;
      if (this.#published !== this.#plan.newest()) {
        await this.#inSight((files) => this.#publish(files, patience), options.silence);
      }
      return this.#saved;
    });
  }

  /** Brings in what somebody else has put there meanwhile. It never throws. */
  lookAgain(): Promise<void> {
    return this.inTurn(() =>
      this.#inSight(async (files) => {
        const code = await this.#refuseChanged(files, this.path).then(() => undefined, codeOf);
        if (code === 'target-changed') await this.#takeTarget(files);
      }),
    );
  }

  /** Does something with files when what was asked for before is done. */
  inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
    const turn = this.#queue.then(run);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Writes another file as this one is written. @throws PlanError with one of the codes of writing */
  writeElsewhere(file: string, bytes: Uint8Array): Promise<void> {
    const { patience } = this.#env;
    return writeAtomically(file, bytes, { files: this.#files, ...(patience !== undefined && { patience }) });
  }

  /** No publish that is still under way comes to its end from now on, and nobody is told any more. */
  close(): void {
    this.#closed = true;
    this.#listeners.clear();
  }

  /** Does something with the file, and waits until it is done, or until it is plain that its place does not answer. */
  #inSight(run: (files: Files) => Promise<void>, patience = 5_000): Promise<void> {
    const { silence = patience } = this.#env;
    const tell = () => this.#tell({ state: 'failed', failure: { code: 'place-silent', details: called(this.path) } });
    if (this.#unanswered) return Promise.resolve(tell());
    return new Promise((resolve, reject) => {
      const silent = () => {
        this.#unanswered = true;
        resolve(tell());
      };
      run(watched(this.#files, silence, silent))
        .finally(() => {
          this.#unanswered = false;
        })
        .then(resolve, reject);
    });
  }

  async #publish(files: Files, patience: number | undefined, tries = 3): Promise<void> {
    if (isTemporary(this.path, this.#env.temporaryFolders)) {
      return this.#tell({ state: 'failed', failure: { code: 'needs-a-place', details: called(this.path) } });
    }
    this.#tell({ state: 'saving' });
    const newest = this.#plan.newest();
    try {
      const bytes = this.#plan.snapshot();
      const hashing = hashOfFile(bytes);
      await writeAtomically(this.path, bytes, {
        files,
        mark: markOf(this.#env.profile, this.path, this.#env.device),
        ...(patience !== undefined && { patience }),
        before: async (target) => {
          await this.#refuseChanged(files, target);
          if (this.#closed) throw new PlanError('place-silent', called(this.path));
          // On a network drive a rename can happen and be reported as failed: then these bytes are ours too.
          this.#hashes.push(await hashing);
        },
      });
      const hash = await hashing;
      this.#hashes = [hash];
      this.#published = newest;
      await rememberPlace(this.#folder, { path: this.path, hash, edit: newest }, this.#files).catch(() => undefined);
      void this.#backups.keep('publish', newest, bytes);
      this.#tell(
        newest === this.#plan.newest() ? { state: 'saved', at: this.#env.now().toISOString() } : { state: 'edited' },
      );
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      if (error.code === 'target-changed' && tries > 1 && (await this.#takeTarget(files))) {
        return this.#publish(files, patience, tries - 1);
      }
      this.#tell({ state: 'failed', failure: { code: error.code, details: error.details } });
    }
  }

  /** Brings in what somebody else wrote over the file. Gives false where it is no copy that can be brought in. */
  async #takeTarget(files: Files): Promise<boolean> {
    try {
      const bytes = await readPlanBytes(this.path, files);
      this.#plan.bringIn(await contentsOfBytes(bytes, this.path, this.#env.reading));
      this.#hashes = [hashOf(bytes)];
      return true;
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      return false;
    }
  }

  /** What somebody else wrote there is not ours to replace. */
  async #refuseChanged(files: Files, target: string): Promise<void> {
    if (this.#hashes.length === 0) return;
    let bytes: Uint8Array;
    try {
      bytes = await files.read(target);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return;
      throw error;
    }
    if (!this.#hashes.includes(await hashOfFile(bytes))) throw new PlanError('target-changed', called(this.path));
  }

  #tell(saved: SaveState): void {
    this.#saved = saved;
    for (const listener of this.#listeners) listener(saved);
  }
}
