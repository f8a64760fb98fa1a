// Time is an argument: these selectors find code that asks for it instead.
const ban = message => selector => ({ selector, message });

exports.noClock = [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.object.name=/^(Date|performance)$/][callee.property.name='now']",
].map(ban('Take the time as an argument.'));

exports.noHostZone = [
  "NewExpression[callee.name='Date'][arguments.length>1]",
  'MemberExpression[property.name=/^([gs]et(FullYear|Month|Date|Day|Hours|Minutes|Seconds)|getTimezoneOffset|toLocale(Date|Time)?String)$/]',
].map(ban('This reads the zone of the host; name an IANA zone.'));

exports.noState = [
  "MemberExpression[object.name='Math'][property.name='random']",
  'Program > VariableDeclaration[kind=/^(let|var)$/]',
  'Program > ExportNamedDeclaration > VariableDeclaration[kind=/^(let|var)$/]',
].map(ban('A pure package keeps no state and draws no lots.'));
