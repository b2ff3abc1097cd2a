/** The reader of project files. It brings libraries for YAML and JSON: it is loaded when the first such file is found. */
export const loadProjectReader = async () => (await import('./projectBuilds')).projectBuilds;

/** The reader of Dockerfiles inside other files, loaded likewise. */
export const loadEmbeddedReader = async () => (await import('./embedded')).embeddedDockerfiles;

/** Brings edits back to where a Dockerfile stands, loaded likewise. */
export const loadEmbeddedEdits = async () => (await import('./embeddedEdits')).embeddedEdits;
