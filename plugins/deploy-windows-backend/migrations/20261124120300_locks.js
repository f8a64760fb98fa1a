// @ts-check

/** @param {import('knex').Knex} knex */
const isPostgres = knex => knex.client.config.client === 'pg';

/**
 * Who holds what, who waits, which starts were permitted, what was deployed, and who was told. Instants are milliseconds UTC.
 * What must never happen twice is a constraint here, not a rule in code.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('lock_keys', table => {
    table.string('lock_key', 700).notNullable().primary();
    table
      .bigInteger('last_token')
      .notNullable()
      .comment('Rises with every grant; a lower one is a late writer');
    table.string('policy', 20).notNullable();
  });

  await knex.schema.createTable('locks', table => {
    table.string('id', 36).notNullable().primary();
    table.string('lock_key', 700).notNullable();
    table.string('kind', 10).notNullable();
    table.string('holder', 500).notNullable();
    table.text('reason').notNullable();
    table.string('target_key', 700).notNullable();
    table.bigInteger('token').notNullable();
    table.bigInteger('since_at').notNullable();
    table.bigInteger('expires_at');
    table.bigInteger('released_at');
    table.string('release_cause', 20);
    table.string('released_by', 500);
    table.text('release_reason');
    table.check("kind IN ('run', 'hold')", undefined, 'locks_kind');
    table.check("kind = 'hold' OR expires_at IS NOT NULL", undefined, 'locks_run_expires');
    table.check('(released_at IS NULL) = (release_cause IS NULL)', undefined, 'locks_released');
    table.check(
      "release_cause IS NULL OR release_cause IN ('released', 'finished', 'expired', 'broken')",
      undefined,
      'locks_cause',
    );
    table.foreign('lock_key').references('lock_keys.lock_key');
    table.unique(['lock_key', 'token'], { indexName: 'locks_token' });
    table.index(['target_key'], 'locks_target');
  });
  await knex.raw(
    'CREATE UNIQUE INDEX locks_one_holder ON locks (lock_key) WHERE released_at IS NULL',
  );

  await knex.schema.createTable('lock_queue', table => {
    table.string('lock_key', 700).notNullable();
    table.integer('seq').notNullable();
    table.string('run_key', 200).notNullable();
    table.string('holder', 500).notNullable();
    table.string('state', 20).notNullable();
    table.bigInteger('joined_at').notNullable();
    table.bigInteger('seen_at').notNullable();
    table.primary(['lock_key', 'seq']);
    table.check(
      "state IN ('waiting', 'granted', 'replaced', 'left')",
      undefined,
      'lock_queue_state',
    );
    table.foreign('lock_key').references('lock_keys.lock_key');
  });
  await knex.raw(
    "CREATE UNIQUE INDEX lock_queue_waits_once ON lock_queue (lock_key, run_key) WHERE state = 'waiting'",
  );

  await knex.schema.createTable('permits', table => {
    table.string('id', 36).notNullable().primary();
    table.string('target_key', 700).notNullable();
    table.string('change_type', 20).notNullable();
    table.string('artifact', 200);
    table.string('principal', 500).notNullable();
    table.string('decision_id', 36).notNullable().unique({ indexName: 'permits_decision' });
    table.string('lock_id', 36);
    table.string('override_id', 36);
    table.bigInteger('issued_at').notNullable();
    table.bigInteger('start_by').notNullable();
    table.bigInteger('finish_by');
    table.bigInteger('closed_at');
    table.string('idempotency_key', 200);
    table.check('start_by > issued_at', undefined, 'permits_start');
    table.foreign('lock_id').references('locks.id');
    table.unique(['principal', 'idempotency_key'], { indexName: 'permits_idempotency' });
    table.index(['target_key', 'start_by'], 'permits_target');
    table.index(['issued_at'], 'permits_issued');
  });
  await knex.raw('CREATE UNIQUE INDEX permits_lock ON permits (lock_id) WHERE lock_id IS NOT NULL');

  await knex.schema.createTable('deployments', table => {
    table.string('id', 36).notNullable().primary();
    table.string('target_key', 700).notNullable();
    table.string('change_type', 20).notNullable();
    table.string('version', 200);
    table.string('source', 200).notNullable();
    table.string('external_id', 200).notNullable();
    table.string('by_ref', 500).notNullable();
    table.string('permit_id', 36);
    table
      .boolean('unpermitted')
      .notNullable()
      .comment('No permit covers its start: it went around the gate');
    table.bigInteger('started_at').notNullable();
    table.bigInteger('finished_at');
    table.string('result', 20).notNullable();
    table.text('note');
    table.boolean('caused_errors');
    table.check(
      "result IN ('running', 'succeeded', 'failed', 'cancelled')",
      undefined,
      'deployments_result',
    );
    table.check("(finished_at IS NULL) = (result = 'running')", undefined, 'deployments_finished');
    table.check('finished_at IS NULL OR finished_at >= started_at', undefined, 'deployments_order');
    table.foreign('permit_id').references('permits.id');
    table.unique(['source', 'external_id'], { indexName: 'deployments_external' });
  });
  await knex.raw(
    'CREATE UNIQUE INDEX deployments_permit ON deployments (permit_id) WHERE permit_id IS NOT NULL',
  );
  await knex.raw('CREATE INDEX deployments_target ON deployments (target_key, started_at DESC)');
  await knex.raw('CREATE INDEX deployments_latest ON deployments (started_at DESC, id)');
  await knex.raw(
    "CREATE INDEX deployments_running ON deployments (target_key) WHERE result = 'running'",
  );

  await knex.schema.createTable('deployment_events', table => {
    table.string('deployment_id', 36).notNullable();
    table.integer('seq').notNullable();
    table.bigInteger('at').notNullable();
    table.string('what', 20).notNullable();
    table.string('by_ref', 500).notNullable();
    table.text('note');
    table.primary(['deployment_id', 'seq']);
    table.foreign('deployment_id').references('deployments.id');
  });
  await refuseUpdates(knex, 'deployment_events');

  await knex.schema.createTable('notices', table => {
    table.string('id', 36).notNullable().primary();
    table.string('audience', 700).notNullable();
    table.string('audience_title', 500).notNullable().comment('As it was called when it was told');
    table.string('target_key', 700).notNullable();
    table.bigInteger('from_at').notNullable();
    table.bigInteger('to_at').notNullable();
    table.text('title').notNullable();
    table.text('text').notNullable();
    table.string('required', 10).notNullable().comment('any or all of the contacts');
    table.string('state', 20).notNullable();
    table.bigInteger('effective_at').comment('When they had been told');
    table.string('requested_by', 500).notNullable();
    table.bigInteger('requested_at').notNullable();
    table.string('idempotency_key', 200);
    table.string('withdrawn_by', 500);
    table.text('withdraw_reason');
    table.check('to_at > from_at', undefined, 'notices_range');
    table.check("required IN ('any', 'all')", undefined, 'notices_required');
    table.check(
      "state IN ('queued', 'sending', 'sent', 'recorded', 'unconfirmed', 'failed', 'withdrawn')",
      undefined,
      'notices_state',
    );
    table.check(
      "state NOT IN ('sent', 'recorded') OR effective_at IS NOT NULL",
      undefined,
      'notices_effective',
    );
    table.check(
      "(state = 'withdrawn') = (withdrawn_by IS NOT NULL)",
      undefined,
      'notices_withdrawn',
    );
    table.unique(['requested_by', 'idempotency_key'], { indexName: 'notices_idempotency' });
    table.index(['target_key', 'to_at'], 'notices_target');
    table.index(['requested_at', 'id'], 'notices_latest');
  });
  await knex.raw("CREATE INDEX notices_current ON notices (to_at) WHERE state <> 'withdrawn'");

  await knex.schema.createTable('notice_deliveries', table => {
    table.string('id', 36).notNullable().primary();
    table.string('notice_id', 36).notNullable();
    table.string('recipient', 500).notNullable();
    table.string('channel', 50).notNullable();
    table.string('state', 20).notNullable();
    table.string('claim', 36).comment('Of the one sender that may send it');
    table.bigInteger('claimed_at');
    table.bigInteger('sent_at');
    table.string('message_id', 500);
    table.text('evidence');
    table.check(
      "state IN ('queued', 'sending', 'sent', 'recorded', 'unconfirmed', 'failed', 'withdrawn')",
      undefined,
      'notice_deliveries_state',
    );
    table.check(
      "state NOT IN ('sent', 'recorded') OR sent_at IS NOT NULL",
      undefined,
      'notice_deliveries_sent',
    );
    table.check(
      "state <> 'sending' OR (claim IS NOT NULL AND claimed_at IS NOT NULL)",
      undefined,
      'notice_deliveries_claimed',
    );
    table.foreign('notice_id').references('notices.id');
    table.unique(['notice_id', 'recipient', 'channel'], { indexName: 'notice_deliveries_once' });
  });
  await knex.raw(
    "CREATE INDEX notice_deliveries_open ON notice_deliveries (state) WHERE state IN ('queued', 'sending')",
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('notice_deliveries');
  await knex.schema.dropTable('notices');
  if (isPostgres(knex))
    await knex.raw('DROP TRIGGER deployment_events_append_only ON deployment_events');
  await knex.schema.dropTable('deployment_events');
  if (isPostgres(knex)) await knex.raw('DROP FUNCTION deployment_events_append_only()');
  await knex.schema.dropTable('deployments');
  await knex.schema.dropTable('permits');
  await knex.schema.dropTable('lock_queue');
  await knex.schema.dropTable('locks');
  await knex.schema.dropTable('lock_keys');
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
