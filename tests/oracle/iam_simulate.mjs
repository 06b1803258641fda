// Asks iam-simulate, which the folder named first has under node_modules, about requests as gatewright-cli takes them:
// one a line on standard input, one answer a line on standard output. With "--core FILE" instead, prints how many of
// FILE's requests its bare core decides in a second. No file of ours is linked with it, and none of its is kept here.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

const requireThere = createRequire(join(process.argv[2], 'node_modules', 'any.js'))
const { anonymousPrincipal, runSimulation } = requireThere('@cloud-copilot/iam-simulate')
// The core stands behind runSimulation(), which drops keys that the action does not know; runUnsafeSimulation() takes
// no session policy, no endpoint policy and, in 0.1.173, no resource policy.
const requireInside = createRequire(join(dirname(requireThere.resolve('@cloud-copilot/iam-simulate')), 'any.js'))
const { authorize } = requireInside('./core_engine/CoreSimulatorEngine.js')
const { AwsRequestImpl } = requireInside('./request/request.js')
const { RequestContextImpl } = requireInside('./requestContext.js')
const { DiscoveryContextKeyConstraints } = requireInside('./context_keys/discoveryContextKeyConstraints.js')
const { loadPolicy } = requireInside('@cloud-copilot/iam-policy')

const fullAccess = {
  name: 'RCPFullAWSAccess',
  policy: { Version: '2012-10-17', Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' } },
}
const simulationParameters = {
  simulationMode: 'Strict',
  discoveryContextKeyConstraints: new DiscoveryContextKeyConstraints([]),
}

// The policies of a principal's side go with principals of an account alone; services and the unsigned have none.
function simulationOf({ request, ...policies }) {
  const { arn, accountId, policy, restrictPublicBuckets } = request.resource
  const ofAccount = request.principal.startsWith('arn:')
  return {
    request: {
      principal: request.principal === '*' ? anonymousPrincipal : request.principal,
      action: request.action,
      resource: { resource: arn, accountId },
      contextVariables: request.context,
    },
    identityPolicies: (ofAccount && policies.identityPolicies) || [],
    permissionBoundaryPolicies: ofAccount ? policies.permissionBoundaries : undefined,
    sessionPolicy: ofAccount ? policies.sessionPolicy : undefined,
    serviceControlPolicies: (ofAccount && policies.serviceControlPolicies) || [],
    resourceControlPolicies: policies.resourceControlPolicies ?? [],
    vpcEndpointPolicies: policies.vpcEndpointPolicies,
    resourcePolicy: policy,
    additionalSettings: { s3: { blockPublicAccess: restrictPublicBuckets === true } },
  }
}

// The same as the core takes it, with what AWS attaches by itself to each level.
function coreRequestOf(simulation) {
  const { principal, action, resource, contextVariables } = simulation.request
  const takesNoResource = resource.resource === '*'
  const one = (policy, name) => policy && loadPolicy(policy, { name })
  const all = (list) => list?.map((each) => one(each.policy, each.name))
  const levels = (list, own) => list.map((level) => ({ ...level, policies: all([...own, ...level.policies]) }))
  return {
    request: new AwsRequestImpl(principal, resource, action, new RequestContextImpl(contextVariables), takesNoResource),
    identityPolicies: all(simulation.identityPolicies),
    permissionBoundaries: all(simulation.permissionBoundaryPolicies),
    sessionPolicy: one(simulation.sessionPolicy, 'session'),
    serviceControlPolicies: levels(simulation.serviceControlPolicies, []),
    resourceControlPolicies: levels(simulation.resourceControlPolicies, [fullAccess]),
    vpcEndpointPolicies: all(simulation.vpcEndpointPolicies),
    resourcePolicy: one(simulation.resourcePolicy, 'resource'),
    simulationParameters,
    serviceSettings: simulation.additionalSettings,
  }
}

// {"core": verdict, "checked": verdict, "ignored": [keys]}, or {"core": verdict, "refused": why} where the checked way
// takes no such request. The core alone takes every key.
async function answerTo(line) {
  const simulation = simulationOf(JSON.parse(line))
  const core = authorize(coreRequestOf(simulation)).result
  const told = await runSimulation(simulation, {})
  if (told.resultType === 'error') return { core, refused: told.errors.message }
  const parts = told.resultType === 'single' ? [told.result] : told.results
  return { core, checked: told.overallResult, ignored: parts.flatMap((part) => part.ignoredContextKeys ?? []) }
}

// The best of nine turns: what else the machine does counts for nothing.
function measureCore(lines) {
  const requests = lines.map((line) => coreRequestOf(simulationOf(JSON.parse(line))))
  let best = 0
  for (let turn = 0; turn < 9; ++turn) {
    let decided = 0
    let spent = 0
    const start = performance.now()
    do {
      for (const each of requests) authorize(each)
      decided += requests.length
      spent = performance.now() - start
    } while (spent < 200)
    best = Math.max(best, (1000 * decided) / spent)
  }
  console.log(Math.round(best))
}

if (process.argv[3] === '--core') {
  measureCore(readFileSync(process.argv[4], 'utf8').split('\n').filter(Boolean))
} else {
  for await (const line of createInterface({ input: process.stdin })) console.log(JSON.stringify(await answerTo(line)))
}
