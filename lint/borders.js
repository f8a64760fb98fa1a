// Directions between packages that package.json alone cannot hold.
/** infra-overview never knows deploy-windows; the other way round is allowed. */
exports.infraOverviewBorder = ['backstage-plugin-deploy-windows*'];

/** A browser never judges a window itself: its zone data may be older than the server's. */
exports.browserBorder = ['backstage-plugin-deploy-windows-common/evaluator', '*-backend'];
