// Package folder reads revisions as they lie in a workspace: a folder called
// revisions with one folder a revision, in it a revision.yaml ([Metadata]), the file
// with the text, and the claims files about it.
//
//	workspace/
//	  revisions/
//	    2007/revision.yaml
//	    2007/concept-2007.txt        named by «file» in the revision.yaml
//	    2007/claims/*.yaml
//	    2007/sources/*               copies of what the claims files quote
//	  conceptdiff.db
//
// A folder that cannot be read is told of by itself ([Bad]); the others stand.
package folder
