// @ts-check

const SORTS = [
  'name',
  'owner',
  'platform',
  'environments',
  'database',
  'backup',
  'restore_test',
  'tls',
  'alert_route',
  'one_holder',
  'risks',
  'improvements',
  'questions',
  'conformance',
  'problems',
  'freshness',
];

/**
 * Sort keys and terms are compared byte by byte on both engines, so that a page ends at the same row everywhere.
 * @param {import('knex').Knex} knex
 */
const bytewise = knex => (knex.client.config.client === 'pg' ? 'text collate "C"' : 'text');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const text = bytewise(knex);

  await knex.schema.createTable('infra_fleet', table => {
    table.comment('One row a project, computed from the catalog');
    table.string('ref', 255).primary('infra_fleet_pk').comment('Entity ref, lower case');
    table
      .string('id', 36)
      .notNullable()
      .comment('A random name for the place of the row in a list');
    table
      .string('fingerprint', 64)
      .notNullable()
      .comment('Of the entities and the day the row was computed from');
    table.text('row', 'longtext').notNullable().comment('The row as JSON');
    table
      .text('sources', 'longtext')
      .notNullable()
      .comment('Entities it was computed from: JSON list of refs');
    table.bigInteger('computed_at').notNullable().comment('Milliseconds since the epoch');
    table.string('tls_expires', 10).nullable().comment('First day a certificate ends, ISO');
    for (const sort of SORTS) table.specificType(`sort_${sort}`, text).notNullable();
    table.unique(['id'], { indexName: 'infra_fleet_id_unique' });
    table.index(['tls_expires'], 'infra_fleet_tls_expires_index');
    for (const sort of SORTS) {
      const columns = sort === 'name' ? ['sort_name'] : [`sort_${sort}`, 'sort_name'];
      table.index(columns, `infra_fleet_sort_${sort}_index`);
    }
  });

  await knex.schema.createTable('infra_fleet_term', table => {
    table.comment('What a project is found by: a filter value, or a word of the search');
    table.string('kind', 32).notNullable();
    table.specificType('term', text).notNullable();
    table
      .string('ref', 255)
      .notNullable()
      .references('ref')
      .inTable('infra_fleet')
      .onDelete('CASCADE');
    table.primary(['kind', 'term', 'ref'], 'infra_fleet_term_pk');
    table.index(['ref', 'kind', 'term'], 'infra_fleet_term_ref_index');
  });

  await knex.schema.createTable('infra_fleet_revision', table => {
    table.comment('One row; grows with every change of the fleet');
    table.integer('id').primary('infra_fleet_revision_pk');
    table.bigInteger('revision').notNullable();
  });
  await knex('infra_fleet_revision').insert({ id: 1, revision: 0 });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('infra_fleet_revision');
  await knex.schema.dropTable('infra_fleet_term');
  await knex.schema.dropTable('infra_fleet');
};
