// @ts-check

/** @param {import('knex').Knex} knex */
const bytewise = knex => (knex.client.config.client === 'pg' ? 'text collate "C"' : 'text');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const text = bytewise(knex);

  await knex.schema.createTable('infra_run', table => {
    table.comment('One look of a source at all it can see; the last 50 of each');
    table.string('id', 36).primary('infra_run_pk');
    table.string('source', 64).notNullable();
    table.string('outcome', 16).notNullable().comment('ok, partial, failed or disabled');
    table.text('reason').nullable().comment('In our words, never text of the remote side');
    table.text('dropped', 'longtext').notNullable().comment('JSON list of { subject, path }');
    table.bigInteger('started_at').notNullable().comment('Milliseconds since the epoch');
    table.bigInteger('finished_at').notNullable();
    table.index(['source', 'finished_at'], 'infra_run_source_index');
  });

  await knex.schema.createTable('infra_observation', table => {
    table.comment(
      'What one question to a source brought, by what was looked at; with its own date',
    );
    table.string('source', 64).notNullable();
    table.specificType('subject', text).notNullable();
    table.specificType('part', text).notNullable();
    table.specificType('grp', text).nullable().comment('Subjects that belong together');
    table.string('environment', 255).nullable().comment("By the source's own grouping");
    table.specificType('entity_ref', text).nullable().comment('By configuration');
    table.text('body', 'longtext').notNullable().comment('The part as JSON; gated');
    table.bigInteger('observed_at').notNullable();
    table.bigInteger('reported_at').notNullable().comment('Last run that knew of it');
    table.string('run_id', 36).notNullable();
    table.primary(['source', 'subject', 'part'], 'infra_observation_pk');
    table.index(['subject'], 'infra_observation_subject_index');
    table.index(['grp'], 'infra_observation_grp_index');
    table.index(['entity_ref'], 'infra_observation_entity_ref_index');
    table.index(['source', 'reported_at'], 'infra_observation_reported_index');
  });

  await knex.schema.createTable('infra_change', table => {
    table.comment('Written when a value changed; two years');
    table.increments('id', { primaryKey: false }).primary('infra_change_pk');
    table.string('source', 64).notNullable();
    table.specificType('subject', text).notNullable();
    table.specificType('part', text).notNullable();
    table.text('path').notNullable();
    table.text('old').nullable().comment('JSON');
    table.text('new').nullable().comment('JSON');
    table.bigInteger('at').notNullable();
    table.index(['source', 'subject', 'at'], 'infra_change_subject_index');
    table.index(['at'], 'infra_change_at_index');
  });

  await knex.schema.createTable('infra_hosted', table => {
    table.comment('Apps that documents name, so that sources know what to look at');
    table
      .string('ref', 255)
      .notNullable()
      .references('ref')
      .inTable('infra_fleet')
      .onDelete('CASCADE');
    table.string('platform', 64).notNullable();
    table.specificType('app', text).notNullable();
    table.primary(['ref', 'platform', 'app'], 'infra_hosted_pk');
    table.index(['app', 'platform'], 'infra_hosted_app_index');
  });

  await knex.schema.createTable('infra_drift', table => {
    table.comment('Differences of a project that are there now');
    table.string('entity_ref', 255).notNullable();
    table.specificType('id', text).notNullable().comment('Of the finding');
    table.string('place', 36).notNullable().comment('A random name for the place in a list');
    table.string('status', 16).notNullable();
    table.string('source', 64).notNullable();
    table.boolean('counts').notNullable().comment('It differs, and no note says to leave it');
    table.specificType('words', text).notNullable().comment('What it is found by, lower case');
    table.text('body', 'longtext').notNullable().comment('The finding as JSON');
    table.bigInteger('since').notNullable();
    table.bigInteger('notified').nullable().comment('When the owner was told');
    table.primary(['entity_ref', 'id'], 'infra_drift_pk');
    table.unique(['place'], { indexName: 'infra_drift_place_unique' });
    table.index(['since', 'place'], 'infra_drift_since_index');
  });

  await knex.schema.createTable('infra_drift_count', table => {
    table.comment('One row a project that some source looked at');
    table.string('entity_ref', 255).primary('infra_drift_count_pk');
    table.integer('different').notNullable();
    table.integer('only_declared').notNullable();
    table.integer('only_observed').notNullable();
    table.bigInteger('seen_at').notNullable();
    table.bigInteger('computed_at').notNullable();
  });

  await knex.schema.createTable('infra_confirmation', table => {
    table.comment('What people say of facts: the last word of each person of each path');
    table.string('id', 36).primary('infra_confirmation_pk');
    table.string('entity_ref', 255).notNullable();
    table.specificType('path', text).notNullable();
    table.specificType('by', text).notNullable();
    table.string('answer', 16).notNullable();
    table.string('value_hash', 64).notNullable();
    table.text('note').nullable();
    table.bigInteger('at').notNullable();
    table.unique(['entity_ref', 'path', 'by'], { indexName: 'infra_confirmation_word_unique' });
  });

  await knex.schema.createTable('infra_drift_note', table => {
    table.comment('Why a difference is left as it is; always with an end');
    table.string('id', 36).primary('infra_drift_note_pk');
    table.string('entity_ref', 255).notNullable();
    table.specificType('path', text).notNullable();
    table.string('environment', 255).nullable();
    table.string('kind', 32).notNullable();
    table.text('reason').notNullable();
    table.specificType('by', text).notNullable();
    table.bigInteger('at').notNullable();
    table.bigInteger('until').notNullable();
    table.index(['entity_ref'], 'infra_drift_note_entity_ref_index');
  });

  await knex.schema.createTable('infra_once', table => {
    table.comment(
      'What happens once for all replicas: a reminder of a week, a refresh of a minute',
    );
    table.string('kind', 32).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.bigInteger('at').notNullable();
    table.primary(['kind', 'entity_ref'], 'infra_once_pk');
  });

  // Filled when the row is computed next, which the new fingerprint makes happen.
  await knex.schema.alterTable('infra_fleet', table => {
    table.specificType('sort_drift', text).notNullable().defaultTo('');
    table.index(['sort_drift', 'sort_name'], 'infra_fleet_sort_drift_index');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('infra_fleet', table => {
    table.dropIndex(['sort_drift', 'sort_name'], 'infra_fleet_sort_drift_index');
    table.dropColumn('sort_drift');
  });
  for (const name of [
    'infra_once',
    'infra_drift_note',
    'infra_confirmation',
    'infra_drift_count',
    'infra_drift',
    'infra_hosted',
    'infra_change',
    'infra_observation',
    'infra_run',
  ])
    await knex.schema.dropTable(name);
};
