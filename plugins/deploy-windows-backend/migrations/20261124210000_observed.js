// @ts-check

/**
 * What sources see of the entities that are judged, as last read: every replica judges by the same.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('readiness_state', table => {
    table.string('observed_hash', 64).nullable().comment('Of what was seen');
    table.text('observed').nullable().comment('JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('readiness_state', table => {
    table.dropColumn('observed_hash');
    table.dropColumn('observed');
  });
};
