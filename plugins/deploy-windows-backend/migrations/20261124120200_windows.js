// @ts-check

/** @param {import('knex').Knex} knex */
const isPostgres = knex => knex.client.config.client === 'pg';

/**
 * Rules that people add between two commits, and the exceptions from rules. Instants are milliseconds UTC.
 * Nothing is deleted: a window is withdrawn, an exemption or override is revoked.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('windows', table => {
    table.string('id', 36).notNullable().primary();
    table.string('kind', 10).notNullable();
    table.string('level_ref', 500).notNullable().comment('Entity that keeps the level');
    table.string('environment', 100).comment('Set where the level is an environment of the entity');
    table.string('title', 200).notNullable();
    table.text('reason');
    table.string('owner_ref', 500).notNullable();
    table.text('scope').comment('JSON: environments, stages, filter predicate');
    table.text('change_types').comment('JSON');
    table.text('schedule').notNullable().comment('JSON');
    table.string('time_zone', 100);
    table.text('holidays').comment('JSON');
    table.boolean('hard').notNullable().defaultTo(false);
    table.boolean('incident').notNullable().defaultTo(false);
    table.text('overridable_by').comment('JSON');
    table.string('audience', 500);
    table.bigInteger('expires_at');
    table
      .boolean('expiry_derived')
      .notNullable()
      .defaultTo(false)
      .comment('From a schedule that ends by itself; only tidies');
    table.bigInteger('review_at');
    table.integer('version').notNullable();
    table.string('created_by', 500).notNullable();
    table.bigInteger('created_at').notNullable();
    table.string('idempotency_key', 200);
    table.bigInteger('withdrawn_at');
    table.string('withdrawn_by', 500);
    table.check("kind IN ('allow', 'freeze', 'notice')", undefined, 'windows_kind');
    table.check(
      "kind <> 'freeze' OR expires_at IS NOT NULL OR review_at IS NOT NULL",
      undefined,
      'windows_freeze_ends',
    );
    table.check("kind <> 'notice' OR audience IS NOT NULL", undefined, 'windows_notice_audience');
    table.check('NOT incident OR expires_at IS NOT NULL', undefined, 'windows_incident_ends');
    table.check('version >= 1', undefined, 'windows_version');
    table.check(
      '(withdrawn_at IS NULL) = (withdrawn_by IS NULL)',
      undefined,
      'windows_withdrawn_by',
    );
    table.unique(['created_by', 'idempotency_key'], { indexName: 'windows_idempotency' });
  });
  await knex.raw(
    'CREATE INDEX windows_current ON windows (kind, expires_at) WHERE withdrawn_at IS NULL',
  );

  await knex.schema.createTable('window_revisions', table => {
    table.string('window_id', 36).notNullable();
    table.integer('version').notNullable();
    table.text('body').notNullable().comment('JSON: the window as it was from this version on');
    table.string('changed_by', 500).notNullable();
    table.bigInteger('changed_at').notNullable();
    table.text('why');
    table.primary(['window_id', 'version']);
    table.foreign('window_id').references('windows.id');
  });
  await refuseUpdates(knex, 'window_revisions');

  await knex.schema.createTable('exemptions', table => {
    table.string('id', 36).notNullable().primary();
    table.string('freeze_key', 700).notNullable();
    table.string('freeze_title', 200).notNullable();
    table.string('level_key', 600).notNullable().comment('Of the freeze: who may grant may revoke');
    table.string('target_key', 700).notNullable();
    table.bigInteger('start_at').notNullable();
    table.bigInteger('end_at').notNullable();
    table.text('reason').notNullable();
    table.string('granted_by', 500).notNullable();
    table.bigInteger('granted_at').notNullable();
    table.string('idempotency_key', 200);
    table.bigInteger('revoked_at');
    table.string('revoked_by', 500);
    table.text('revoke_reason');
    table.check('end_at > start_at', undefined, 'exemptions_range');
    table.check('length(reason) >= 10', undefined, 'exemptions_reason');
    table.check('(revoked_at IS NULL) = (revoked_by IS NULL)', undefined, 'exemptions_revoked_by');
    table.unique(['granted_by', 'idempotency_key'], { indexName: 'exemptions_idempotency' });
    table.index(['target_key', 'end_at'], 'exemptions_target');
  });

  await knex.schema.createTable('overrides', table => {
    table.string('id', 36).notNullable().primary();
    table.string('target_key', 700).notNullable();
    table.text('rules').notNullable().comment('JSON: rule and what it was called');
    table.bigInteger('start_at').notNullable();
    table.bigInteger('end_at').notNullable();
    table.string('use', 10).notNullable();
    table.boolean('emergency').notNullable().defaultTo(false);
    table.boolean('two_person').notNullable().defaultTo(false);
    table.text('usable_by').notNullable().comment('JSON');
    table
      .text('authority')
      .notNullable()
      .comment('JSON: every name of whoever granted it, at that time');
    table.text('reason').notNullable();
    table.string('ticket', 200);
    table.string('requested_by', 500).notNullable();
    table.bigInteger('requested_at').notNullable();
    table.string('idempotency_key', 200);
    table.string('approved_by', 500);
    table.bigInteger('approved_at');
    table.string('consumed_permit_id', 36);
    table.bigInteger('consumed_at');
    table.bigInteger('revoked_at');
    table.string('revoked_by', 500);
    table.text('revoke_reason');
    table.bigInteger('review_due_at');
    table.string('reviewed_by', 500);
    table.bigInteger('reviewed_at');
    table.text('review');
    table.check(
      'end_at > start_at AND end_at - start_at <= 86400000',
      undefined,
      'overrides_range',
    );
    table.check('length(reason) >= 10', undefined, 'overrides_reason');
    table.check("\"use\" IN ('single', 'timed')", undefined, 'overrides_use');
    table.check('NOT emergency OR "use" = \'single\'', undefined, 'overrides_emergency_single');
    table.check(
      'approved_by IS NULL OR approved_by <> requested_by',
      undefined,
      'overrides_two_people',
    );
    table.check(
      '(approved_at IS NULL) = (approved_by IS NULL)',
      undefined,
      'overrides_approved_by',
    );
    table.check(
      '(consumed_at IS NULL) = (consumed_permit_id IS NULL)',
      undefined,
      'overrides_consumed_by',
    );
    table.check('(revoked_at IS NULL) = (revoked_by IS NULL)', undefined, 'overrides_revoked_by');
    table.check(
      '(reviewed_at IS NULL) = (reviewed_by IS NULL)',
      undefined,
      'overrides_reviewed_by',
    );
    // Not unique: one start may need two of them.
    table.index(['consumed_permit_id'], 'overrides_permit');
    table.unique(['requested_by', 'idempotency_key'], { indexName: 'overrides_idempotency' });
    table.index(['target_key', 'end_at'], 'overrides_target');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('overrides');
  await knex.schema.dropTable('exemptions');
  if (isPostgres(knex))
    await knex.raw('DROP TRIGGER window_revisions_append_only ON window_revisions');
  await knex.schema.dropTable('window_revisions');
  if (isPostgres(knex)) await knex.raw('DROP FUNCTION window_revisions_append_only()');
  await knex.schema.dropTable('windows');
};

/** @param {import('knex').Knex} knex @param {string} table */
async function refuseUpdates(knex, table) {
  if (!isPostgres(knex)) {
    await knex.raw(
      `CREATE TRIGGER ${table}_append_only BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
    );
    return;
  }
  await knex.raw(
    `CREATE FUNCTION ${table}_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '${table} is append-only'; END $$`,
  );
  await knex.raw(
    `CREATE TRIGGER ${table}_append_only BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION ${table}_append_only()`,
  );
}
