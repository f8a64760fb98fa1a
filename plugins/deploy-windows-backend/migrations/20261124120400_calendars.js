// @ts-check

/** Messages on their way out, transitions, imported calendars, holidays, calendar addresses, zone reports. @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('outbox', table => {
    table.comment('Written in the transaction of what it tells of; delivered afterwards');
    table.string('id', 36).notNullable().primary();
    table.string('dedupe_key', 900).notNullable().unique({ indexName: 'outbox_dedupe_key_unique' });
    table.string('topic', 100).notNullable();
    table
      .text('body', 'longtext')
      .notNullable()
      .comment('Payload and notification as JSON; no secret');
    table.bigInteger('created_at').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.bigInteger('due_at').notNullable().comment('Not to be tried before');
    table.string('claim', 36).nullable();
    table.bigInteger('claimed_at').nullable();
    table
      .boolean('published')
      .notNullable()
      .defaultTo(false)
      .comment('The event went out; what is left is the notification');
    table.bigInteger('done_at').nullable();
    table.string('outcome', 20).nullable();
    table.check(
      "outcome is null or outcome in ('sent', 'given-up')",
      undefined,
      'outbox_outcome_check',
    );
    table.check('(done_at is null) = (outcome is null)', undefined, 'outbox_done_check');
  });
  await knex.raw('create index outbox_due_index on outbox (due_at) where done_at is null');

  await knex.schema.createTable('transitions', table => {
    table.comment('Openings and closings that were announced; who inserts one announces it');
    table.string('target_key', 700).notNullable();
    table.bigInteger('at').notNullable();
    table.string('to_state', 20).notNullable();
    table.text('cause').notNullable();
    table.primary(['target_key', 'at', 'to_state'], 'transitions_pk');
    table.check(
      "to_state in ('opened', 'closing', 'closed')",
      undefined,
      'transitions_state_check',
    );
  });

  await knex.schema.createTable('watermarks', table => {
    table.comment('How far a task has come');
    table.string('task', 60).notNullable().primary();
    table.text('value').notNullable();
  });

  await knex.schema.createTable('feeds', table => {
    table.comment('How the last reading of an imported calendar went');
    table.string('feed_id', 100).notNullable().primary();
    table.string('address_hash', 64).notNullable().comment('The address itself may be a secret');
    table.string('etag', 500).nullable();
    table.bigInteger('tried_at').nullable();
    table.bigInteger('last_ok_at').nullable();
    table
      .bigInteger('trusted_from_at')
      .nullable()
      .comment('A reading that went well; later ones are noted now and then');
    table
      .bigInteger('trusted_until_at')
      .nullable()
      .comment('After it the copy lets nothing through');
    table.text('error').nullable();
  });
  await knex.schema.createTable('feed_copies', table => {
    table.comment('The last good copy of an imported calendar');
    table.string('feed_id', 100).notNullable().primary();
    table.text('content', 'longtext').notNullable();
    table.string('hash', 64).notNullable();
    table
      .text('events', 'longtext')
      .notNullable()
      .comment('Its occurrences within the horizon, JSON');
    table.string('events_hash', 64).notNullable();
    table.foreign('feed_id', 'feed_copies_feed_fk').references('feeds.feed_id').onDelete('CASCADE');
  });

  await knex.schema.createTable('holiday_years', table => {
    table.comment('The days of a set of holidays in one year');
    table.string('set_id', 100).notNullable();
    table.integer('year').notNullable();
    table.text('dates').notNullable().comment('JSON: [{ date, title }]');
    table.string('source_version', 200).notNullable();
    table.primary(['set_id', 'year'], 'holiday_years_pk');
  });

  await knex.schema.createTable('zone_reports', table => {
    table.comment('Windows that moved when the zone data changed');
    table.string('from_version', 20).notNullable();
    table.string('to_version', 20).notNullable();
    table.bigInteger('at').notNullable();
    table.text('moved', 'longtext').notNullable();
    table.unique(['from_version', 'to_version'], { indexName: 'zone_reports_versions_unique' });
  });

  await knex.schema.createTable('calendar_tokens', table => {
    table.comment('Addresses of calendars; the token itself is shown once and not stored');
    table.string('token_hash', 64).notNullable().primary();
    table.string('id', 36).notNullable().unique({ indexName: 'calendar_tokens_id_unique' });
    table.text('scope').notNullable();
    table
      .text('entities', 'longtext')
      .notNullable()
      .comment('What the creator could see when last asked; nothing else is shown');
    table.string('created_by', 255).notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('last_used_at').nullable();
    table.bigInteger('revoked_at').nullable();
    table.index(['created_by'], 'calendar_tokens_created_by_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const name of [
    'calendar_tokens',
    'zone_reports',
    'holiday_years',
    'feed_copies',
    'feeds',
    'watermarks',
    'transitions',
    'outbox',
  ]) {
    await knex.schema.dropTable(name);
  }
};
