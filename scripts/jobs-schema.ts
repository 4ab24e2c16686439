// Writes the migration that makes the schema of pg-boss: node --import tsx scripts/jobs-schema.ts > src/platform/migrations/0003-jobs.sql
// A new version of pg-boss gets a new migration, from its getMigrationPlans.
import { getConstructionPlans } from 'pg-boss'

const HOUR = 3600
const DAY = 24 * HOUR
/** Mail is forgotten an hour after it was sent; what a person waits for is tried again soon. */
const QUEUES: Readonly<Record<string, object>> = {
  mail: { retryLimit: 8, retryDelay: 30, retryBackoff: true, expireInSeconds: 300, deleteAfterSeconds: HOUR },
  pack: { retryLimit: 2, retryDelay: 5, expireInSeconds: 600, deleteAfterSeconds: 7 * DAY },
  'audit-seal': { retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: HOUR },
  'document-sweep': { retryLimit: 0, expireInSeconds: HOUR, deleteAfterSeconds: 7 * DAY },
  reminders: { retryLimit: 3, retryDelay: 60, retryBackoff: true, expireInSeconds: HOUR, deleteAfterSeconds: 7 * DAY },
  notice: { retryLimit: 5, retryDelay: 30, retryBackoff: true, expireInSeconds: HOUR, deleteAfterSeconds: 7 * DAY },
}

// Migrations bring their own transaction: without this, one would commit halfway.
const plan = getConstructionPlans('pgboss')
  .trim()
  .replace(/^BEGIN;/, '')
  .replace(/COMMIT;$/, '')
const queues = Object.entries(QUEUES).map(
  ([name, options]) => `select pgboss.create_queue('${name}', '${JSON.stringify({ policy: 'standard', ...options })}'::jsonb);`,
)
process.stdout.write(`-- Jobs: the schema of pg-boss and our queues. Written by scripts/jobs-schema.ts.
${plan}
${queues.join('\n')}
grant usage on schema pgboss to goldenthread_app;
grant select, insert, update, delete on all tables in schema pgboss to goldenthread_app;
revoke insert, update, delete on pgboss.version from goldenthread_app;
grant update on pgboss.version to goldenthread_app;
grant execute on all functions in schema pgboss to goldenthread_app;
revoke execute on function pgboss.delete_queue(text) from public, goldenthread_app;
`)
