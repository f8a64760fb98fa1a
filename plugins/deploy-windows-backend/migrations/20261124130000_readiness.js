// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('policy_epoch', table => {
    table
      .bigInteger('readiness_version')
      .notNullable()
      .defaultTo(0)
      .comment('Raised when a verdict changed');
    table
      .bigInteger('readiness_read_at')
      .nullable()
      .comment('When the facts of everything were last known to be as they are stored');
  });
  await knex.schema.createTable('readiness_state', table => {
    table.comment('One row: the people as the catalog relates them, and what was judged last');
    table.integer('id').notNullable().primary();
    table.string('org_fingerprint', 64).nullable().comment('Of the etags of users and groups');
    table.string('org_hash', 64).nullable().comment('Of the graph');
    table.text('org').nullable().comment('JSON');
    table
      .string('judged', 256)
      .nullable()
      .comment('Documents, people and packs as of the last pass');
    table.check('id = 1', undefined, 'readiness_state_one_row');
  });
  await knex('readiness_state').insert({ id: 1 });
  await knex.schema.createTable('readiness_packs', table => {
    table.comment('Every version of a pack that was ever asked');
    table.string('pack', 128).notNullable();
    table.integer('version').notNullable();
    table.string('hash', 64).notNullable();
    table.text('content').notNullable();
    table.boolean('active').notNullable();
    table.bigInteger('loaded_at').notNullable();
    table.primary(['pack', 'version', 'hash']);
  });
  await knex.schema.createTable('readiness_definitions', table => {
    table.comment('Checks as they were asked, by their content');
    table.string('hash', 64).primary();
    table.text('definition').notNullable().comment('JSON');
  });
  await createSubjects(knex);
  await createResults(knex);
  await knex.schema.createTable('readiness_transitions', table => {
    table.comment('A check of a subject that became another one, and why');
    table.uuid('id').primary();
    table.string('subject', 700).notNullable();
    table.string('check_id', 200).notNullable();
    table.string('from_status', 16).nullable();
    table.string('to_status', 16).notNullable();
    table.bigInteger('at').notNullable();
    table.string('cause', 16).notNullable();
    table.string('actor', 512).nullable();
    table.index(['subject', 'at', 'id'], 'readiness_transitions_subject_idx');
    table.index(['at', 'id'], 'readiness_transitions_at_idx');
  });
  await knex.schema.createTable('readiness_stale', table => {
    table.comment('Whose outcome became another: what depends on it is judged again');
    table.string('entity_ref', 512).primary();
    table.uuid('mark').notNullable();
  });
  await knex.schema.createTable('declared_answers', table => {
    table.comment('The facts as they were when an answer of a document first appeared');
    table.string('subject', 700).notNullable();
    table.string('check_id', 200).notNullable();
    table.string('content_hash', 64).notNullable();
    table.text('bound_facts').notNullable().comment('JSON');
    table.bigInteger('first_seen_at').notNullable();
    table.primary(['subject', 'check_id', 'content_hash']);
  });
  await knex.schema.createTable('readiness_daily', table => {
    table.comment('Subjects by verdict at the end of each day');
    table.string('day', 10).notNullable();
    table
      .string('group_ref', 512)
      .notNullable()
      .comment('Group, System or Domain; * is all of them');
    table.string('stage', 64).notNullable();
    table.string('verdict', 24).notNullable();
    table.integer('subjects').notNullable();
    table.primary(['day', 'group_ref', 'stage', 'verdict']);
  });
  await knex.schema.createTable('readiness_mutes', table => {
    table.string('owner_ref', 512).notNullable();
    table.string('check_id', 200).notNullable();
    table.bigInteger('until_at').notNullable();
    table.string('by', 512).notNullable();
    table.primary(['owner_ref', 'check_id']);
  });
  for (const table of ['readiness_transitions', 'readiness_definitions', 'declared_answers'])
    await refuseUpdates(knex, table);
};

/** @param {import('knex').Knex} knex */
async function createSubjects(knex) {
  await knex.schema.createTable('readiness_subjects', table => {
    table.comment('What is judged, with its verdict; changed in place');
    table.string('subject', 700).primary();
    table.string('entity_ref', 512).notNullable();
    table.string('environment', 128).nullable();
    table.string('stage', 64).notNullable();
    table.string('title', 512).notNullable();
    table.string('owner_ref', 512).nullable();
    table.string('system_ref', 512).nullable();
    table.string('domain_ref', 512).nullable();
    table.string('lifecycle', 64).notNullable();
    table.string('tier', 16).notNullable();
    table.string('facts_hash', 64).notNullable();
    table.string('asked_hash', 64).notNullable().comment('Of the checks and their levels');
    table.bigInteger('read_at').notNullable().comment('When these facts were first read');
    table.string('verdict', 24).notNullable();
    table.integer('open_must').notNullable();
    table.bigInteger('valid_until_at').nullable().comment('When time alone changes the verdict');
    table.bigInteger('next_change_at').nullable().comment('When time alone changes any check');
    table.bigInteger('judged_at').notNullable();
    table
      .bigInteger('version')
      .notNullable()
      .comment('Raised by every write, compared by the next');
    table
      .bigInteger('changed_version')
      .notNullable()
      .comment('Of policy_epoch, when what a gate asks for last changed');
    table.bigInteger('gone_at').nullable();
    // Long texts come last: SQLite walks through what lies before a column to reach it.
    table.text('view').notNullable().comment('What predicates may ask about it, JSON');
    table.text('open').notNullable().comment('Must-haves that block, JSON');
    table
      .text('summary')
      .notNullable()
      .comment('The rest of the verdict, without its checks, JSON');
    table.text('packs').notNullable().comment('Which are asked and why, JSON');
    table.text('declared').notNullable().comment('Answers of the document, JSON');
    table.text('facts').notNullable().comment('JSON');
    table.check(
      "verdict in ('not-ready', 'not-assessed', 'ready-with-waivers', 'ready')",
      {},
      'readiness_subjects_verdict',
    );
    table.index(['owner_ref', 'verdict'], 'readiness_subjects_owner_idx');
    table.index(['system_ref'], 'readiness_subjects_system_idx');
    table.index(['entity_ref'], 'readiness_subjects_entity_idx');
    table.index(['next_change_at'], 'readiness_subjects_next_idx');
    table.index(['changed_version'], 'readiness_subjects_changed_idx');
  });
}

/** @param {import('knex').Knex} knex */
async function createResults(knex) {
  await knex.schema.createTable('readiness_results', table => {
    table.comment('What a check is worth for a subject; written only when it differs');
    table.string('subject', 700).notNullable();
    table.string('check_id', 200).notNullable();
    table.integer('check_version').notNullable();
    table.string('pack', 160).notNullable();
    table.string('definition', 64).notNullable();
    table.string('level', 16).notNullable();
    table.bigInteger('enforce_from_at').nullable();
    table.string('status', 16).notNullable();
    table.string('own_status', 16).notNullable().comment('A waiver aside');
    table.string('evidence', 16).nullable();
    table.string('code', 32).nullable().comment('The first reason');
    table.bigInteger('next_change_at').nullable();
    table.bigInteger('since_at').notNullable();
    table.bigInteger('evaluated_at').notNullable();
    table
      .text('requirement')
      .notNullable()
      .comment('Dated levels, their reason, and the checklists, JSON');
    table.text('applicability').notNullable().comment('JSON');
    table.text('bound_facts').notNullable().comment('JSON');
    table.text('steps').notNullable().comment('Outcomes as a step function of time, JSON');
    table.primary(['subject', 'check_id']);
    table.index(['check_id', 'status'], 'readiness_results_check_idx');
  });
}

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'readiness_mutes',
    'readiness_daily',
    'declared_answers',
    'readiness_stale',
    'readiness_transitions',
    'readiness_results',
    'readiness_subjects',
    'readiness_definitions',
    'readiness_packs',
    'readiness_state',
  ])
    await knex.schema.dropTable(table);
  await knex.schema.alterTable('policy_epoch', table => {
    table.dropColumn('readiness_version');
    table.dropColumn('readiness_read_at');
  });
};

/**
 * What was said stays as it was said. The function is that of the decision log.
 * @param {import('knex').Knex} knex
 * @param {string} table
 */
async function refuseUpdates(knex, table) {
  const body =
    knex.client.config.client === 'pg'
      ? `before update on ${table} for each row execute function deploy_windows_append_only()`
      : `before update on ${table} begin select raise(abort, '${table} is append-only'); end`;
  await knex.raw(`create trigger ${table}_append_only ${body}`);
}
