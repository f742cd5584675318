// FerretDB, embedded: speaks MongoDB's wire protocol and turns every command into a call of
// DocumentDB in PostgreSQL. Called by ./start; see README.md.
//
//	ferretdb SOCKET-FOLDER ADDRESS STATE-FOLDER
//
// Writes the one line MONGODB_URI=… to stdout once a ping is answered, and logs to stderr.
package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/FerretDB/FerretDB/v2/ferretdb"
	"github.com/FerretDB/wire/wireclient"
)

// PostgreSQL is already up when we start; a ping that takes longer will not come at all.
const pingDeadline = 30 * time.Second

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()

	server, err := ferretdb.New(&ferretdb.Config{
		PostgreSQLURL: "postgres://postgres@/postgres?host=" + url.QueryEscape(os.Args[1]),
		ListenAddr:    os.Args[2],
		StateDir:      os.Args[3],
		LogLevel:      slog.LevelWarn,
		LogOutput:     os.Stderr,
		Telemetry:     new(bool), // false: nothing is sent anywhere
	})
	if err != nil {
		fail(err)
	}

	stopped := make(chan struct{})
	go func() {
		server.Run(ctx)
		close(stopped)
	}()

	uri := server.MongoDBURI()
	if err := ping(ctx, uri); err != nil {
		fail(err)
	}
	fmt.Println("MONGODB_URI=" + uri)
	<-stopped
}

func ping(ctx context.Context, uri string) error {
	ctx, cancel := context.WithTimeout(ctx, pingDeadline)
	defer cancel()

	conn, err := wireclient.Connect(ctx, uri, slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Ping(ctx)
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
