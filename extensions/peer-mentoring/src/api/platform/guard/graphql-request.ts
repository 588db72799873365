import { Kind, OperationTypeNode, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { isHarmlessTree } from './deep-query.ts';
import { faultInSelections } from './graphql-selections.ts';
import { forbidden, invalid, notFound, type Refusal } from './refusal.ts';

const MAXIMUM_TOKENS = 5000;

/** Directus's own collections that a panel may show; the rest of the system scope is administration. */
const SYSTEM_QUERY =
	/^(activity|collections|dashboards|fields|notifications|panels|presets|relations|revisions|roles|translations|users)(_by_id|_by_name|_in_collection|_aggregated|_me)?$/;

export interface GraphQLRequest {
	query: unknown;
	variables: unknown;
	/** Directus's own collections (`/graphql/system`) instead of the project's. */
	system: boolean;
	admin: boolean;
}

/** GraphQL reads: Insights needs it for that. It never writes for anybody but the Administrator. */
export function refusalOfGraphQL({ query, variables, system, admin }: GraphQLRequest): Refusal | undefined {
	const document = parseQuery(query);
	if (!document)
		return invalid('The GraphQL document cannot be read: send {"query": "..."} with valid, short GraphQL.');
	const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
	if (operations.some(({ operation }) => operation !== OperationTypeNode.QUERY)) {
		if (system) return notFound('/graphql/system');
		if (!admin) return forbidden('GraphQL only reads here. To change a record, use /items.');
	}
	if (!isHarmlessTree(parseVariables(variables))) return invalid('The GraphQL variables hold a name that is no field.');
	if (system && !admin && !operations.every(asksForSystemQueries)) {
		return forbidden('This part of /graphql/system is for Administrators.');
	}
	const fault = faultInSelections(document);
	return fault === undefined ? undefined : invalid(fault);
}

function parseQuery(query: unknown): DocumentNode | undefined {
	if (typeof query !== 'string') return undefined;
	try {
		return parse(query, { maxTokens: MAXIMUM_TOKENS, noLocation: true });
	} catch {
		return undefined;
	}
}

/** In a GET request the variables are JSON text; text that is no JSON is Directus's to refuse. */
function parseVariables(variables: unknown): unknown {
	if (typeof variables !== 'string') return variables;
	try {
		return JSON.parse(variables);
	} catch {
		return undefined;
	}
}

/** Fragments at the root are not needed by any panel, so they are not looked into. */
function asksForSystemQueries(operation: OperationDefinitionNode): boolean {
	return operation.selectionSet.selections.every(
		(selection) => selection.kind === Kind.FIELD && SYSTEM_QUERY.test(selection.name.value),
	);
}
