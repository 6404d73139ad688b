// Package registers holds workbooks with risk registers in the shapes that are
// found in public, and workbooks without one that look much alike, each with
// what is right to read and to find. Its tests hold the whole way from file to
// findings to them.
//
// [Parse] reads one golden register from its text file in testdata, [Book.Write]
// makes the workbook, [Want.Compare] tells where what was read and found is not
// what the file expects. [LookAlikes] gives the workbooks without a register.
// What every line of a file means stands at [Parse] and [parseWant]; a cell at
// [parseCell].
package registers
