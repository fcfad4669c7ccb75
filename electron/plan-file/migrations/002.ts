import type { Database } from 'better-sqlite3';

/** Version 2: layouts of the plan's own. */
export function version2(db: Database): void {
  db.exec(`CREATE TABLE "layout" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "title" TEXT NOT NULL,
  "page" TEXT NOT NULL CHECK (json_valid("page")),
  "grain" TEXT NOT NULL,
  "columns" TEXT NOT NULL CHECK (json_valid("columns")),
  "indicatorLabel" TEXT NOT NULL,
  "numbering" TEXT NOT NULL,
  "rating" TEXT NOT NULL CHECK (json_valid("rating")),
  "dates" TEXT NOT NULL,
  "matrix" TEXT CHECK (json_valid("matrix")),
  "key" INTEGER NOT NULL CHECK ("key" IN (0, 1)),
  "preface" INTEGER NOT NULL CHECK ("preface" IN (0, 1)),
  "closing" INTEGER NOT NULL CHECK ("closing" IN (0, 1)),
  "order" TEXT NOT NULL
) STRICT`);
}
