// What libraries of others make of a log that a witness signs: signatures, an inclusion, a consistency.
//
// Usage: check LOG LOG-KEY WITNESS-KEY PROOF: the address of the log, two verifier keys, the address of the proof of an event.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"

	"github.com/transparency-dev/formats/log"
	fnote "github.com/transparency-dev/formats/note"
	tlog "github.com/transparency-dev/formats/proof"
	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func got(address string) []byte {
	answer := must(http.Get(address))
	defer answer.Body.Close()
	body := must(io.ReadAll(answer.Body))
	if answer.StatusCode != http.StatusOK {
		panic(fmt.Sprint(address, ": ", answer.StatusCode, " ", string(body)))
	}
	return body
}

type answer struct {
	LeafHash, FromRoot []byte
	Path               [][]byte
}

func asked(address string) (a answer) {
	must(0, json.Unmarshal(got(address), &a))
	return a
}

func main() {
	address := os.Args[1]
	key := must(note.NewVerifier(os.Args[2]))
	witness := must(fnote.NewVerifierForCosignatureV1(os.Args[3]))
	head, _, signed, err := log.ParseCheckpoint(got(address+"/cosigned"), key.Name(), key, witness)
	must(0, err)
	if len(signed.Sigs) != 2 {
		panic(fmt.Sprint("signatures: ", len(signed.Sigs)))
	}
	at := must(fnote.CoSigV1Timestamp(signed.Sigs[1]))
	for leaf := uint64(0); leaf < head.Size; leaf++ {
		inclusion := asked(fmt.Sprintf("%s/inclusion?leaf=%d&size=%d", address, leaf, head.Size))
		must(0, proof.VerifyInclusion(rfc6962.DefaultHasher, leaf, head.Size, inclusion.LeafHash, inclusion.Path, head.Hash))
	}
	for from := uint64(1); from <= head.Size; from++ {
		consistency := asked(fmt.Sprintf("%s/consistency?from=%d&to=%d", address, from, head.Size))
		must(0, proof.VerifyConsistency(rfc6962.DefaultHasher, from, head.Size, consistency.Path, consistency.FromRoot, head.Hash))
	}
	var one tlog.TLogProof
	must(0, one.Unmarshal(got(os.Args[4])))
	under, _, _, err := log.ParseCheckpoint(one.Checkpoint, key.Name(), key)
	must(0, err)
	var path [][]byte
	for _, hash := range one.Hashes {
		path = append(path, hash[:])
	}
	leafHash := asked(fmt.Sprintf("%s/inclusion?leaf=%d", address, one.Index)).LeafHash
	must(0, proof.VerifyInclusion(rfc6962.DefaultHasher, one.Index, under.Size, leafHash, path, under.Hash))
	fmt.Println(head.Size, "leaves are proved, signed by", signed.Sigs[1].Name, "in", at.UTC().Year())
}
