// Directions between packages that package.json alone cannot hold.
/** infra-overview never knows deploy-windows; the other way round is allowed. */
exports.infraOverviewBorder = ['backstage-plugin-deploy-windows*'];
