/** Loaded only where there is a YAML file to read. */
export { isMap, isScalar, isSeq, type Node, parse, parseDocument, type Scalar } from 'yaml';
