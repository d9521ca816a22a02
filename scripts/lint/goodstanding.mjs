// oxlint rules of this project's own. oxlint reads them as an ESLint plugin.

/** Time is passed in (`tx.now`) and its type is Temporal: only src/platform/clock asks the machine what time it is. */
const noMachineTime = {
  meta: {
    type: 'problem',
    docs: { description: 'Takes the time from tx.now or Clock, never from the machine' },
    messages: { time: '{{what}} asks the machine for the time: use tx.now (or Clock), and Temporal for dates.' },
  },
  create(context) {
    const report = (node, what) => context.report({ node, messageId: 'time', data: { what } });
    return {
      NewExpression({ callee, ...node }) {
        if (isNamed(callee, 'Date') && node.arguments.length === 0) report(callee, 'new Date()');
      },
      CallExpression({ callee }) {
        if (isNamed(callee, 'Date')) report(callee, 'Date()');
        if (isMember(callee, 'Date', 'now')) report(callee, 'Date.now()');
        if (callee.type === 'MemberExpression' && isMember(callee.object, 'Temporal', 'Now'))
          report(callee, 'Temporal.Now');
      },
    };
  },
};

function isNamed(node, name) {
  return node.type === 'Identifier' && node.name === name;
}

function isMember(node, object, property) {
  return node.type === 'MemberExpression' && isNamed(node.object, object) && isNamed(node.property, property);
}

export default { meta: { name: 'goodstanding' }, rules: { 'no-machine-time': noMachineTime } };
