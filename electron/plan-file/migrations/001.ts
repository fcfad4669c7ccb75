import type { Database } from 'better-sqlite3';

/**
 * Version 1. A column for every scalar, long texts and lists as JSON; `change` and `edit` are the log, the other tables
 * are its fold. Never edit a migration that was released: files out there were made by it, and are compared with it.
 */
export function version1(db: Database): void {
  for (const statement of statements) db.exec(statement);
}

const statements = [
  `CREATE TABLE "meta" (
  "key" TEXT NOT NULL PRIMARY KEY,
  "value" TEXT NOT NULL
) STRICT`,

  `CREATE TABLE "plan" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "title" TEXT NOT NULL,
  "trustName" TEXT NOT NULL,
  "trustShortName" TEXT,
  "standard" TEXT NOT NULL,
  "edition" TEXT NOT NULL,
  "periodFrom" TEXT NOT NULL,
  "periodTo" TEXT NOT NULL,
  "periodLabel" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "ratingScale" TEXT NOT NULL,
  "layout" TEXT,
  "termBme" TEXT,
  "termIndicator" TEXT
) STRICT`,

  `CREATE TABLE "scale" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "title" TEXT NOT NULL,
  "order" TEXT NOT NULL
) STRICT`,

  `CREATE TABLE "rating" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "scale" TEXT NOT NULL REFERENCES "scale" ("id") DEFERRABLE INITIALLY DEFERRED,
  "code" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "meaning" TEXT NOT NULL,
  "colour" TEXT NOT NULL,
  "order" TEXT NOT NULL
) STRICT`,

  `CREATE TABLE "person" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL,
  "role" TEXT,
  "email" TEXT,
  "order" TEXT NOT NULL
) STRICT`,

  `CREATE TABLE "section" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "place" TEXT NOT NULL,
  "heading" TEXT,
  "body" TEXT NOT NULL CHECK (json_valid("body")),
  "order" TEXT NOT NULL
) STRICT`,

  `CREATE TABLE "indicator" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "number" TEXT,
  "wording" TEXT NOT NULL,
  "objective" TEXT CHECK (json_valid("objective")),
  "narrative" TEXT CHECK (json_valid("narrative")),
  "gaps" TEXT CHECK (json_valid("gaps")),
  "measure" TEXT CHECK (json_valid("measure")),
  "outcome" TEXT CHECK (json_valid("outcome")),
  "leads" TEXT NOT NULL CHECK (json_valid("leads")),
  "dueText" TEXT,
  "dueDate" TEXT,
  "dueFixed" INTEGER CHECK ("dueFixed" = 1),
  "rating" TEXT,
  "notes" TEXT CHECK (json_valid("notes")),
  "order" TEXT NOT NULL
) STRICT`,

  `CREATE TABLE "action" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "indicator" TEXT REFERENCES "indicator" ("id") DEFERRABLE INITIALLY DEFERRED,
  "number" TEXT,
  "heading" TEXT,
  "text" TEXT NOT NULL CHECK (json_valid("text")),
  "gap" TEXT CHECK (json_valid("gap")),
  "measure" TEXT CHECK (json_valid("measure")),
  "outcome" TEXT CHECK (json_valid("outcome")),
  "effects" TEXT CHECK (json_valid("effects")),
  "leads" TEXT NOT NULL CHECK (json_valid("leads")),
  "dueText" TEXT,
  "dueDate" TEXT,
  "dueFixed" INTEGER CHECK ("dueFixed" = 1),
  "rating" TEXT,
  "notes" TEXT CHECK (json_valid("notes")),
  "order" TEXT NOT NULL
) STRICT`,

  `CREATE TABLE "update" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "indicator" TEXT REFERENCES "indicator" ("id") DEFERRABLE INITIALLY DEFERRED,
  "action" TEXT REFERENCES "action" ("id") DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT,
  "text" TEXT NOT NULL CHECK (json_valid("text")),
  "rating" TEXT,
  "order" TEXT NOT NULL,
  CHECK (("indicator" IS NULL) <> ("action" IS NULL))
) STRICT`,

  `CREATE TABLE "exception" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "check" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "record" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "order" TEXT NOT NULL
) STRICT`,

  `CREATE TABLE "edit" (
  "seq" INTEGER NOT NULL PRIMARY KEY,
  "id" TEXT NOT NULL UNIQUE,
  "at" TEXT NOT NULL,
  "author" TEXT NOT NULL,
  "device" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "target" TEXT
) STRICT`,

  `CREATE TABLE "change" (
  "seq" INTEGER NOT NULL PRIMARY KEY,
  "id" TEXT NOT NULL UNIQUE,
  "edit" TEXT NOT NULL REFERENCES "edit" ("id"),
  "kind" TEXT NOT NULL,
  "record" TEXT NOT NULL,
  "field" TEXT NOT NULL,
  "value" TEXT NOT NULL CHECK (json_valid("value")),
  "replaces" TEXT NOT NULL CHECK (json_valid("replaces"))
) STRICT`,

  'CREATE INDEX "changeByRecord" ON "change" ("kind", "record")',
  'CREATE INDEX "changeByEdit" ON "change" ("edit")',
  'CREATE INDEX "updateByIndicator" ON "update" ("indicator")',
  'CREATE INDEX "updateByAction" ON "update" ("action")',
  'CREATE INDEX "actionByIndicator" ON "action" ("indicator")',
  'CREATE INDEX "ratingByScale" ON "rating" ("scale")',
];
