const path = require('node:path');
const table = require('./aria-table.json');

/**
 * Lets aria-* reach the mini-program's templates. Attribute names become numbered slots, counted
 * separately by the template and by the runtime: both must get the same table, or every slot shifts.
 */
module.exports = (context) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return;
      platform.template.mergeComponents(context, table);
      const runtime = path.resolve(__dirname, 'aria-runtime.js');
      platform.runtimePath = [platform.runtimePath].flat().concat(runtime);
    },
  });
};
