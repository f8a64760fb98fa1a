// @ts-check

/** @param {import('knex').Knex} knex */
const isPostgres = knex => knex.client.config.client === 'pg';

const APPEND_ONLY = ['attestations', 'waivers', 'readiness_acts'];

/**
 * What people said about checks, and what others made of it. Nothing is changed or deleted: a second signature, an
 * approval or a revocation is a row of `readiness_acts`. Instants are milliseconds UTC.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('attestations', table => {
    table.string('id', 36).notNullable().primary();
    table
      .string('subject', 700)
      .notNullable()
      .comment('entity#environment, or the entity alone for what holds in all of them');
    table.string('check_id', 200).notNullable();
    table.integer('check_version').notNullable();
    table.string('answer', 20).notNullable();
    table.string('reason', 40);
    table.text('note');
    table.text('evidence').comment('https address');
    table.string('attested_by', 500).notNullable();
    table.bigInteger('attested_at').notNullable();
    table.boolean('outside').notNullable().comment('The signer is not of the owning group');
    table.bigInteger('valid_until_at').notNullable();
    table.text('bound_facts').notNullable().comment('JSON: the facts as they were at signing');
    table.string('facts_fingerprint', 64).notNullable().comment('SHA-256 of their canonical text');
    table.string('idempotency_key', 200);
    table.check("answer IN ('met', 'not-met', 'not-applicable')", undefined, 'attestations_answer');
    table.check(
      "(answer = 'not-applicable') = (reason IS NOT NULL)",
      undefined,
      'attestations_reason',
    );
    table.check('valid_until_at >= attested_at', undefined, 'attestations_range');
    table.check("evidence IS NULL OR evidence LIKE 'https://%'", undefined, 'attestations_link');
    table.unique(['attested_by', 'idempotency_key', 'subject', 'check_id'], {
      indexName: 'attestations_idempotency',
    });
    table.index(['subject', 'check_id'], 'attestations_subject');
    table.index(['valid_until_at'], 'attestations_end');
  });

  await knex.schema.createTable('waivers', table => {
    table.string('id', 36).notNullable().primary();
    table.string('subject', 700).notNullable();
    table.string('check_id', 200).notNullable();
    table
      .integer('number')
      .notNullable()
      .comment('Counts the waivers of a check: of two that are asked for at once one is');
    table.integer('check_version').notNullable();
    table.string('code', 30).notNullable();
    table.text('reason').notNullable();
    table.text('link').comment('https address');
    table.string('requested_by', 500).notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.boolean('needs_approval').notNullable();
    table.string('renews', 36);
    table.string('idempotency_key', 200);
    table.check(
      "code IN ('accepted-risk', 'compensating-control', 'planned', 'not-detected', 'platform-limit', 'emergency')",
      undefined,
      'waivers_code',
    );
    table.check('length(reason) >= 20', undefined, 'waivers_reason');
    table.check(
      "expires_at > created_at AND expires_at - created_at <= CASE code WHEN 'emergency' THEN 86400000 ELSE 31536000000 END",
      undefined,
      'waivers_end',
    );
    table.check("link IS NULL OR link LIKE 'https://%'", undefined, 'waivers_link');
    table.check('number >= 1', undefined, 'waivers_number');
    table.foreign('renews').references('waivers.id');
    table.unique(['subject', 'check_id', 'number'], { indexName: 'waivers_subject' });
    table.unique(['requested_by', 'idempotency_key', 'subject', 'check_id'], {
      indexName: 'waivers_idempotency',
    });
    table.index(['expires_at'], 'waivers_expiry');
  });

  await knex.schema.createTable('readiness_acts', table => {
    table.string('id', 36).notNullable().primary();
    table.string('of_id', 36).notNullable().comment('An attestation or a waiver');
    table.string('act', 20).notNullable();
    table
      .string('turn', 20)
      .notNullable()
      .comment('What can be done once: of two who do it at the same moment one has done it');
    table.string('by', 500).notNullable();
    table.bigInteger('at').notNullable();
    table.text('reason');
    table.boolean('outside').comment('Of a signature: not of the owning group');
    table.check(
      "act IN ('sign', 'agree', 'approve', 'deny', 'revoke', 'carry')",
      undefined,
      'readiness_acts_act',
    );
    table.unique(['of_id', 'turn'], { indexName: 'readiness_acts_once' });
  });
  for (const table of APPEND_ONLY) await refuseUpdates(knex, table);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [...APPEND_ONLY].reverse()) {
    if (isPostgres(knex)) await knex.raw(`DROP TRIGGER ${table}_append_only ON ${table}`);
    await knex.schema.dropTable(table);
    if (isPostgres(knex)) await knex.raw(`DROP FUNCTION ${table}_append_only()`);
  }
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
