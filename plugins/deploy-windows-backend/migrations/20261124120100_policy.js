// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('policy_epoch', table => {
    table
      .bigInteger('policy_version')
      .notNullable()
      .defaultTo(0)
      .comment('Raised when a document changed');
    table.bigInteger('read_at').nullable().comment('When the catalog was last read whole');
  });
  await knex.schema.createTable('policy_snapshots', table => {
    table.comment(
      'What the catalog last said about each entity that can declare or inherit windows',
    );
    table.string('entity_ref', 512).primary();
    table.string('etag', 64).nullable().comment('What the catalog calls its state');
    table.string('hash', 64).notNullable();
    table.text('facts').notNullable().comment('The entity without its document, JSON');
    table.text('document').nullable().comment('The last good document as it was written, JSON');
    table
      .string('outcome', 16)
      .notNullable()
      .comment('Of the current document: absent, read, refused');
    table.text('refusal').nullable();
    table.text('parent_refs').notNullable().comment('JSON');
    table.bigInteger('read_at').notNullable();
    table.bigInteger('deleted_at').nullable();
  });
  await knex.schema.createTable('decision_inputs', table => {
    table.comment('What decisions with a permit or an override were made of, to decide again');
    table.string('hash', 64).primary();
    table.binary('body').notNullable().comment('gzip of canonical JSON');
    table.bigInteger('created_at').notNullable();
  });
  await knex.schema.createTable('decision_log', table => {
    table.comment('Every answer of the gate');
    table.uuid('id').primary();
    table.bigInteger('at').notNullable();
    table.string('target_key', 640).notNullable();
    table.string('change_type', 16).notNullable();
    table.string('principal', 512).notNullable();
    table.string('purpose', 16).notNullable();
    table.string('outcome', 16).notNullable();
    table.text('codes').notNullable().comment('JSON');
    table.text('decision').notNullable().comment('JSON');
    table.string('inputs_hash', 64).notNullable();
    table.string('tzdata', 32).notNullable();
    table.string('evaluator', 32).notNullable();
    table.uuid('override_id').nullable();
    table.check("purpose in ('gate', 'permit')", {}, 'decision_log_purpose');
    table.check("outcome in ('allowed', 'blocked')", {}, 'decision_log_outcome');
    table.index(['target_key', 'at', 'id'], 'decision_log_target_idx');
    table.index(['at', 'id'], 'decision_log_at_idx');
  });
  for (const table of ['decision_inputs', 'decision_log']) await refuseUpdates(knex, table);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('decision_log');
  await knex.schema.dropTable('decision_inputs');
  if (isPostgres(knex))
    await knex.raw('drop function if exists deploy_windows_append_only() cascade');
  await knex.schema.dropTable('policy_snapshots');
  await knex.schema.alterTable('policy_epoch', table => {
    table.dropColumn('policy_version');
    table.dropColumn('read_at');
  });
};

/** @param {import('knex').Knex} knex */
function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}

/**
 * What was decided stays as it was decided.
 * @param {import('knex').Knex} knex
 * @param {string} table
 */
async function refuseUpdates(knex, table) {
  if (!isPostgres(knex)) {
    await knex.raw(
      `create trigger ${table}_append_only before update on ${table} begin select raise(abort, '${table} is append-only'); end`,
    );
    return;
  }
  await knex.raw(
    `create or replace function deploy_windows_append_only() returns trigger language plpgsql as $$ begin raise exception '% is append-only', tg_table_name; end $$`,
  );
  await knex.raw(
    `create trigger ${table}_append_only before update on ${table} for each row execute function deploy_windows_append_only()`,
  );
}
