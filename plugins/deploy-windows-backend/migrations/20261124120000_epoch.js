// @ts-check

/** One row: a counter that every change of rules raises. @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('policy_epoch', table => {
    table.integer('id').notNullable().primary();
    table.bigInteger('epoch').notNullable();
    table.check('id = 1', undefined, 'policy_epoch_one_row');
  });
  await knex('policy_epoch').insert({ id: 1, epoch: 1 });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('policy_epoch');
};
